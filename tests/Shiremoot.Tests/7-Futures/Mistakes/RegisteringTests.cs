using Shiremoot.Futures;
using Shiremoot.Futures.Mistakes;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Mistakes;

public sealed class RegisteringTests
{
    private const int People = 10_000, Police = 0;
    private static readonly Lazy<(Life[] Lives, Identity[] Identities)> Many = new(() => SmallPopulation.People(31, People));
    private static readonly Sounds Sounds = Sounds.Read(SmallPopulation.Names).Value;

    private static (WrittenPerson Written, MadeMistakes Made) Write(Registering registering, int person, int agency, int reference = 0)
    {
        (Life[] lives, Identity[] identities) = Many.Value;
        Chance chance = new(31, (ulong)person, 500u + (uint)(agency * 8) + (uint)reference);
        WrittenPerson written = default;
        MadeMistakes made = registering.Write(identities[person], identities[person ^ 1], lives[person], agency, reference, SmallPopulation.Until - 1, ref chance, ref written);
        return (written, made);
    }

    private static Registering With(string rate, string share) =>
        new(RateFiles.Read(RateFiles.All("0").Replace($"    {rate}: 0\n", $"    {rate}: {share}\n")).Value, Sounds, SmallPopulation.Ethnicities.Length);

    private static readonly Registering Careful = With("typing", "0");

    [Fact]
    public void Without_mistakes_what_is_written_is_true()
    {
        (Life[] lives, Identity[] identities) = Many.Value;
        for (int i = 0; i < 2000; i++)
        {
            (WrittenPerson written, MadeMistakes made) = Write(Careful, i, Police);
            made.ShouldBe(default);
            Identity who = identities[i];
            bool isMarried = who.MarriedSurname.Length > 0 && who.MarriedOn < SmallPopulation.Until;
            (written.Forename, written.MiddleName, written.Surname).ShouldBe((who.Forename, who.MiddleName, isMarried ? who.MarriedSurname : who.Surname));
            (written.BirthDay, written.Sex, written.Ethnicity).ShouldBe((lives[i].BirthDay, lives[i].IsFemale ? 1 : 0, lives[i].Ethnicity));
            (written.Pnc, written.Cro, written.PrisonNumber, written.Crn, written.NhsNumber, written.Upn, written.Nino).ShouldBe((who.Pnc, who.Cro, who.PrisonNumber, who.Crn, who.NhsNumber, who.Upn, who.Nino));
            (written.Postcode, written.Address).ShouldBe((who.HomeOn(SmallPopulation.Until - 1).Postcode, who.HomeOn(SmallPopulation.Until - 1).Address));
        }
    }

    // What tells each mistake from the true record, and among whom it could be made.
    public static TheoryData<string, string> Kinds => new()
    {
        { "typing", "0.3" }, { "hearing", "0.3" }, { "nickname", "0.3" }, { "swapped_names", "0.3" }, { "maiden_or_married_name", "0.3" }, { "alias", "0.3" },
        { "first_name_middle_name_mixed", "0.3" }, { "middle_name_part", "0.3" }, { "middle_name_typing", "0.3" }, { "birth_date_typing", "0.3" }, { "birth_date_swapped", "0.3" },
        { "birth_date_first_of_january", "0.3" }, { "birth_date_1900", "0.3" }, { "birth_date_false", "0.3" }, { "old_postcode", "0.3" }, { "postcode_typing", "0.3" }, { "wrong_sex", "0.3" },
        { "other_ethnicity", "0.3" }, { "missing_middle_name", "0.3" }, { "missing_birth_date", "0.3" }, { "missing_sex", "0.3" }, { "missing_ethnicity", "0.3" }, { "missing_postcode", "0.3" },
        { "missing_address", "0.3" }, { "missing_pnc", "0.3" }, { "missing_nhs_number", "0.3" }, { "missing_nino", "0.3" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_mistake_is_made_at_its_rate_among_those_it_could_be_made_of(string rate, string share)
    {
        Registering registering = With(rate, share);
        Rate kind = (Rate)MistakeRates.Keys.ToList().IndexOf(rate);
        (Life[] lives, Identity[] identities) = Many.Value;
        int could = 0, told = 0, shown = 0;
        for (int i = 0; i < People; i++)
        {
            if (!Could(kind, identities[i], lives[i])) continue;
            could++;
            (WrittenPerson written, MadeMistakes made) = Write(registering, i, Police);
            WrittenPerson truth = Write(Careful, i, Police).Written;
            truth = truth with { AliasForename = written.AliasForename, AliasSurname = written.AliasSurname };
            if (made.Has(kind)) told++;
            if (written != truth) shown++;
            (made.Has(kind) || written == truth).ShouldBeTrue();
        }

        double expected = double.Parse(share), error = 4 * Math.Sqrt(expected * (1 - expected) / could);
        ((double)told / could).ShouldBe(expected, error + 0.012); // a misheard name may have no other spelling
        ((double)shown / could).ShouldBe(expected, error + 0.012);
    }

    private static bool Could(Rate kind, Identity who, Life life) => kind switch
    {
        Rate.Nickname => who.KnownAs.Length > 0,
        Rate.MaidenOrMarriedName => who.MarriedSurname.Length > 0,
        Rate.Alias => who.AliasForename.Length > 0,
        Rate.FirstNameMiddleNameMixed or Rate.MissingMiddleName or Rate.MiddleNameTyping => who.MiddleName.Length > 0,
        Rate.MiddleNamePart => who.MiddleName.Contains(' '),
        Rate.BirthDateSwapped => Days.Date(life.BirthDay).Day <= 12 && Days.Date(life.BirthDay).Day != Days.Date(life.BirthDay).Month,
        Rate.BirthDateFirstOfJanuary => Days.Date(life.BirthDay).DayOfYear > 1,
        Rate.OldPostcode => who.Homes.Count > 1 && who.Homes[^1].From < SmallPopulation.Until && who.Homes[^1].Postcode != who.Homes[^2].Postcode,
        Rate.SwappedNames => who.Forename != who.Surname,
        Rate.MissingNino => who.Nino.Length > 0,
        _ => true,
    };

    [Fact]
    public void A_reused_identifier_is_the_other_persons_and_a_mistyped_one_is_nobodys()
    {
        Registering reused = With("identifier_reused", "1"), mistyped = With("identifier_mistyped", "1");
        Identity[] identities = Many.Value.Identities;
        for (int i = 0; i < 500; i++)
        {
            Write(reused, i, Police).Written.Pnc.ShouldBe(identities[i ^ 1].Pnc);
            string wrong = Write(mistyped, i, Police).Written.Pnc;
            wrong.ShouldNotBe(identities[i].Pnc);
            wrong.Length.ShouldBe(identities[i].Pnc.Length);
        }
    }

    [Fact]
    public void Second_references_come_at_their_rate_and_go_wrong_more_often()
    {
        Registering registering = new(RateFiles.Read(RateFiles.All("0").Replace("second_reference: 0\n", "second_reference: 0.1\n").Replace("typing: 0\n", "typing: 0.1\n", StringComparison.Ordinal)).Value, Sounds, 11);
        Chance chance = new(1, 2, 3);
        double average = Enumerable.Range(0, 50_000).Average(_ => registering.References(Police, ref chance));
        average.ShouldBe(1.11, 0.01);
        double Wrong(int reference) => Enumerable.Range(0, 10_000).Average(i => Write(registering, i, Police, reference).Made.Has(Rate.Typing) ? 1.0 : 0);
        Wrong(0).ShouldBe(0.1, 0.015);
        Wrong(1).ShouldBe(0.3, 0.02); // second_reference_times: 3
    }

    [Fact]
    public void Slips_change_a_little_and_always_something()
    {
        Chance chance = new(9, 9, 9);
        for (int i = 0; i < 2000; i++)
        {
            PlainJaroWinkler.Of("Richardson", Slips.Typed("Richardson", ref chance)).ShouldBeInRange(0.85, 0.9999);
            Slips.MisreadPostcode("B12 3AB", ref chance).ShouldNotBe("B12 3AB");
            int birth = Days.Number(new NodaTime.LocalDate(1988, 2, 29)), typed = Slips.Mistyped(birth, SmallPopulation.Until, ref chance);
            typed.ShouldNotBe(birth);
            typed.ShouldBeLessThanOrEqualTo(SmallPopulation.Until);
        }

        Slips.Typed("X", ref chance).ShouldBe("X");
        Sounds.Heard("Sean", ref chance).ShouldNotBe("Sean");
    }
}
