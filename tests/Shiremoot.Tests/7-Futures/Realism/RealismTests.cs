using Shiremoot.Futures;
using Shiremoot.Futures.Identities;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Storage;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Futures.Realism;

/// <summary>
/// The extracts of worked places, read from the files by their feeds. At 30,000 people every level of agreement is within two points of HMPPS (bench/run
/// generated-realism); of 8,000 people, whose own error of sampling is up to two thirds of a point, it is asked to be within two and a half.
/// </summary>
[Trait("kind", "store")]
public sealed class RealismTests(RealismTests.Made made, ITestOutputHelper output) : IClassFixture<RealismTests.Made>
{
    private const double PointsOff = 2.5;
    private static readonly string[] PncHolders = ["court-cases", "police-custody", "prison-receptions", "probation-supervision", "youth-justice"];

    public static TheoryData<string> Places => ["west-midlands", "north-yorkshire"];

    [Theory]
    [MemberData(nameof(Places))]
    public void True_pairs_of_records_in_the_files_agree_as_often_as_HMPPS_measured(string place)
    {
        AgreementLevel[] levels = [.. Agreement.Of(made.Of(place)).Levels()];
        foreach (AgreementLevel l in levels) output.WriteLine($"{l.Field}: {l.Level} {l.Published:0.00%} {l.Share:0.00%} {l.Off:+0.00;-0.00} of {l.Of}");
        levels.ShouldAllBe(l => l.Published == null || (l.Of > 2000 && Math.Abs(l.Off!.Value) <= PointsOff));
        levels.Count(l => l.Published is not null).ShouldBe(18);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Kin_come_at_their_shares_and_a_stated_share_of_them_at_one_home(string place)
    {
        FamilySettings settings = Settings(place, map => FamilySettings.Read(map.MapOr("families")!));
        Dictionary<string, KinFound> kin = KinFound.All(made.Of(place)).ToDictionary(k => k.Relation);
        foreach ((string relation, double share) in new[] { ("twins", settings.Twins), ("siblings", settings.Siblings), ("parents", settings.Parents), ("partners", settings.Partners) })
            kin[relation].Share.ShouldBe(share, 4 * Math.Sqrt(2 * share / kin[relation].Of), relation);

        // Even those who always live together do not always have it written down, which partners show.
        double together = (double)kin["partners"].AtOneHome / kin["partners"].WithPostcodes;
        together.ShouldBeInRange(0.7, 0.99);
        ((double)kin["siblings"].AtOneHome / kin["siblings"].WithPostcodes).ShouldBeInRange(settings.AdultsAtOneHome * together * 0.7, settings.ChildrenAtOneHome * together);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Errors_come_at_the_rates_of_each_agency(string place)
    {
        MistakeRates rates = Settings(place, map => MistakeRates.Read(map.MapOr("mistakes")!, MistakeRates.Agencies));
        Dictionary<(string, string), ErrorShare> errors = ErrorsFound.All(made.Of(place)).ToDictionary(e => (e.Feed, e.Error));
        foreach ((string feed, string agency) in new[] { ("police-custody", "police"), ("court-cases", "courts"), ("prison-receptions", "prisons"), ("probation-supervision", "probation"), ("health-mental-health", "health"), ("council-housing", "housing") })
        {
            Near("postcode: missing", Rate.MissingPostcode);
            Near("sex: missing", Rate.MissingSex);
            if (PncHolders.Contains(feed)) Near("pnc: missing", Rate.MissingPnc);
            if (feed is not ("police-custody" or "health-mental-health" or "council-housing")) Near("middle name: missing", Rate.MissingMiddleName, atLeast: feed != "court-cases");

            void Near(string error, Rate rate, bool atLeast = true)
            {
                if (!atLeast) return;
                double setting = rates[MistakeRates.Agencies.ToList().IndexOf(agency), rate];
                ErrorShare found = errors[(feed, error)];
                output.WriteLine($"{feed} {error} {setting:0.00%} {found.Share:0.00%} of {found.Of}");
                found.Share.ShouldBe(setting, 4 * Math.Sqrt(setting * (1 - setting) / found.Of), $"{feed} {error}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Neither_references_nor_the_order_of_rows_tell_who_is_who(string place)
    {
        Leak[] leaks = [.. Leak.All(made.Of(place))];
        leaks.Length.ShouldBeGreaterThan(60);
        leaks.Max(l => Math.Abs(l.Z)).ShouldBeLessThan(4.2, leaks.MaxBy(l => Math.Abs(l.Z)).What); // unrelated values pass it in one of 300 runs
        leaks.Count(l => Math.Abs(l.Z) > 1.96).ShouldBeLessThan(leaks.Length / 7);
    }

    private static T Settings<T>(string place, Func<MapNode, T> read) => PlaceFile.Read(Path.Combine(TestData.Root, "places", place, "generate.yaml"), "generate.yaml", map =>
    {
        foreach (string key in map.Keys) map.Has(key); // the other sections are known, if not read here
        return read(map);
    }).Value;

    /// <summary>The extracts of 8,000 people of each place, made and taken in once.</summary>
    public sealed class Made
    {
        private readonly Dictionary<string, FiledPeople> read = [];

        internal FiledPeople Of(string place)
        {
            lock (read)
            {
                if (read.TryGetValue(place, out FiledPeople? there)) return there;
                DirectoryInfo parent = Directory.CreateTempSubdirectory("realism-made");
                try
                {
                    string folder = Path.Combine(parent.FullName, "out");
                    Shire.Generating(Path.Combine(TestData.Root, "places", place), null).Value.Run(new(8_000, 6, 11, folder, 2), null).IsRefused.ShouldBeFalse();
                    return read[place] = FiledPeople.Read(folder, Path.Combine(TestData.Root, "vocabulary", "extracts", "feeds"));
                }
                finally
                {
                    parent.Delete(recursive: true);
                }
            }
        }
    }
}
