using Shiremoot.Futures;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Terms;
using Shiremoot.Tests.Futures.Realism;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Futures.Mistakes;

/// <summary>
/// True pairs of written records agree by field as HMPPS measured in production, before any extract is made of them: eight agencies, each of which writes a person
/// down on a day of its own. <see cref="RealismTests"/> asks the same of the files.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int People = 20_000;
    private const double PointsOff = 2;
    private static readonly double[] Known = [1, 0.6, 0.15, 0.4, 0.12, 0.45, 0.15, 0.2];

    [Fact]
    public void True_pairs_agree_by_field_within_two_points_of_production()
    {
        Agreement agreement = new();
        foreach (List<FiledRecord> records in Records(20)) agreement.AddAll(records);
        AgreementLevel[] levels = [.. agreement.Levels().Where(l => l.Published is not null)];
        foreach (AgreementLevel l in levels) output.WriteLine($"{l.Field}: {l.Level} {l.Published:0.00%} {l.Share:0.00%} {l.Off:+0.00;-0.00} of {l.Of}");
        levels.ShouldAllBe(l => l.Of > 10_000 && Math.Abs(l.Off!.Value) <= PointsOff);
    }

    private static IEnumerable<List<FiledRecord>> Records(ulong seed)
    {
        (Life[] lives, Identity[] identities) = SmallPopulation.People(seed, People);
        Registering registering = new(SmallPopulation.Defaults.Mistakes, Sounds.Read(SmallPopulation.Names).Value, SmallPopulation.Ethnicities.Length);
        for (int i = 0; i < People; i++)
        {
            List<FiledRecord> records = [];
            for (int agency = 0; agency < Known.Length; agency++)
            {
                Chance chance = new(seed, (ulong)i, 1000u + (uint)agency);
                if (!chance.Happens(Known[agency])) continue;
                int references = registering.References(agency, ref chance);
                for (int r = 0; r < references; r++) records.Add(Write(registering, lives, identities, i, agency, r, ref chance));
            }

            yield return records;
        }
    }

    private static FiledRecord Write(Registering registering, Life[] lives, Identity[] identities, int person, int agency, int reference, ref Chance chance)
    {
        int day = lives[person].Events[0].Day + chance.Below(SmallPopulation.Until - lives[person].Events[0].Day);
        WrittenPerson written = default;
        registering.Write(identities[person], identities[person ^ 1], lives[person], agency, reference, day, ref chance, ref written);
        FiledRecord record = new($"{agency}", $"{agency}", $"{person}/{reference}")
        {
            Forename = written.Forename.ToUpperInvariant(),
            MiddleName = written.MiddleName.ToUpperInvariant(),
            Surname = written.Surname.ToUpperInvariant(),
            Alias = written.AliasForename.Length > 0 ? $"{written.AliasForename} {written.AliasSurname}".ToUpperInvariant() : "",
            BirthDay = written.BirthDay == Days.Unknown ? null : written.BirthDay,
        };
        if (written.Postcode.Length > 0) record.Postcodes.Add(written.Postcode.Replace(" ", ""));
        if (chance.Happens(0.4))
        {
            WrittenPerson later = default;
            int then = day + chance.Below(SmallPopulation.Until - day);
            registering.Write(identities[person], identities[person ^ 1], lives[person], agency, reference, then, ref chance, ref later);
            if (later.Postcode.Length > 0) record.Postcodes.Add(later.Postcode.Replace(" ", ""));
        }

        return record;
    }
}
