using Shiremoot.Records;
using Shiremoot.Records.Cohorts;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records.Cohorts;

public sealed class CohortLanguageTests
{
    private const string Anna = "sex female; born 2009-05-05; priors 3; charged yes; offence 2023-02-01, 2023-04-01, 2023-09-01, 2023-12-01";
    private const string Ben = "sex male; born 2000-02-29; priors 0; charged no; offence 2023-12-31; custody-spell 2024-01-01 to 2024-03-01";
    private const int Queries = 20_000;
    private const string Cleo = "priors 1; charge 2024-02-29";

    private static readonly CohortNames Women = CohortNames.None with { Lists = new Dictionary<string, IReadOnlySet<string>> { ["women"] = new HashSet<string> { "female" } } };

    [Theory]
    [InlineData("sex in list women", true, false, null)]
    [InlineData("sex not in list women", false, true, null)]
    [InlineData("at least 2 of (sex = 'female', priors > 0, charged)", true, false, null)]
    [InlineData("at least 1 of (sex = 'female', priors > 0, charged)", true, false, true)]
    [InlineData("count(offence, where age on start < 14) = 2", true, false, false)] // the third is on her fourteenth birthday's year
    [InlineData("exists(offence, where age on start = 23)", false, true, false)]
    [InlineData("sex = 'female'", true, false, null)]
    [InlineData("sex != 'female'", false, true, null)]
    [InlineData("not sex = 'female'", false, true, null)]
    [InlineData("sex is missing", false, false, true)]
    [InlineData("sex in ['male', 'other'] or priors = 1", false, true, true)]
    [InlineData("sex not in ['male']", true, false, null)]
    [InlineData("charged", true, false, null)]
    [InlineData("charged = false or priors > 0", true, true, true)]
    [InlineData("age on 2024-01-01 < 18", true, false, null)]
    [InlineData("age on 2024-02-28 = 23", false, true, null)] // born on 29 February: a year older on 1 March
    [InlineData("age on 2025-03-01 = 25", false, true, null)]
    [InlineData("count(offence, within 12 months before 2024-01-01) >= 4", true, false, false)]
    [InlineData("count(offence, within 11 months on or before 2024-01-01) = 4", true, false, false)]
    [InlineData("exists(charge)", false, false, true)]
    [InlineData("exists(charge or custody-spell)", false, true, true)]
    [InlineData("exists(any, after 2024-02-28)", false, false, true)]
    [InlineData("last(offence) - first(offence) = 303", true, false, null)]
    [InlineData("first(custody-spell) within 1 day after last(offence)", null, true, null)]
    [InlineData("first(custody-spell) within 1 day before last(offence)", null, false, null)]
    [InlineData("exists(custody-spell, where end - start >= 60)", false, true, false)]
    [InlineData("exists(custody-spell, where end - start > 60)", false, false, false)]
    [InlineData("abs(priors - 2) <= 1 and priors / 0 is missing", true, false, true)]
    [InlineData("(priors + 1) * 2 = 8", true, false, false)]
    [InlineData("first(offence) is known and 2023-02-01 = first(offence)", true, false, false)]
    public void A_condition_says_of_each_person_yes_no_or_unknown(string where, bool? anna, bool? ben, bool? cleo)
    {
        Stories stories = StoryText.Read([Anna, Ben, Cleo]).Value;
        byte[] answers = CohortText.Read(where).Value.Judge(stories, Women, null).Value;
        answers.Select(a => a == Truth.Unknown ? (bool?)null : a == Truth.Yes).ShouldBe([anna, ben, cleo]);
    }

    [Theory]
    [InlineData("sex = ", "column 7", "the end")]
    [InlineData("sex == 'female'", "column 6", "'='")]
    [InlineData("age on 2024-13-01 < 18", "column 8", "'2024-13-01'")]
    [InlineData("sex = 'female' and and priors > 1", "column 20", "'and'")]
    [InlineData("count(offence within 3 days after index) > 1", "column 15", "'within'")]
    [InlineData("sex = 'female", "column 7", "''female'")]
    [InlineData("(sex = 'female'", "column 16", "the end")]
    [InlineData("", "column 1", "the end")]
    [InlineData("sex = 'x'\n  and prior ! 3", "line 2, column 13", "'!'")]
    public void What_cannot_be_read_is_refused_at_its_place(string where, string place, string found)
    {
        CohortText.Read(where).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldBe($"{place}: {found} cannot stand here.");
        why.Try.ShouldStartWith("Here may stand ");
    }

    [Theory]
    [InlineData("sax = 'female'", "column 1: 'sax' is not an attribute of people. Did you mean 'sex'?")]
    [InlineData("exists(ofence)", "column 8: 'ofence' is not a kind of event here. Did you mean 'offence'?")]
    [InlineData("priors = '3'", "column 8: compares a number with a text.")]
    [InlineData("sex = 3", "column 5: compares a text with a number. The values are kept as text: put the number in 'quotes'.")]
    [InlineData("charged = 'yes'", "column 9: compares a condition with a text. It is yes or no: write its name alone, or 'not' and its name.")]
    [InlineData("birth_date = '2000-01-01'", "column 12: compares a day with a text. Write a date without quotes: 2024-03-31.")]
    [InlineData("priors", "column 1: is a number, where a condition is needed; compare it with something.")]
    [InlineData("sex < 'male'", "column 5: only = and != can compare these; they have no order.")]
    [InlineData("first(offence) + first(offence) = 1", "column 16: '+' cannot join a day and a day.")]
    [InlineData("index = 2024-01-01", "column 1: there is no index date; give the cohort an 'index', such as first(sentence).")]
    [InlineData("sex in list womn", "column 5: 'womn' is not a code list here. Did you mean 'women'?")]
    [InlineData("priors in list women", "column 8: looks for a number in a code list, which holds texts.")]
    [InlineData("at least 3 of (charged, priors > 1)", "column 1: asks for 3 of 2.")]
    [InlineData("exists(offence, where sex = 'male')", "column 23: 'sex' is not an attribute of events.")]
    [InlineData("exists(offence, where exists(offence))", "column 23: one search of events cannot stand inside another.")]
    [InlineData("priors in ['a']", "column 12: this list is compared with a number, so each of it must be one.")]
    [InlineData("exists(offence, within 3 days on 2024-01-01)", "column 17: 'within' needs after or before, not 'on'.")]
    public void What_does_not_fit_is_refused_at_its_place_with_a_suggestion(string where, string says)
    {
        Outcome<byte[]> judged = CohortText.Read(where).Value.Judge(StoryText.Read([Anna, Ben]).Value, Women, null);
        judged.Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldHaveSingleItem().ShouldStartWith(says);
    }

    [Fact]
    public void All_faults_of_a_condition_are_told_at_once()
    {
        CohortText.Read("sax = 'female' and exists(ofence) and priors = 'x'").Value.Judge(StoryText.Read([Anna]).Value, CohortNames.None, null).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(10_000, "(")]
    [InlineData(10_000, "not ")]
    [InlineData(3_000, "abs(")]
    [InlineData(1_000, "exists(a, where ")]
    [InlineData(6_000, "1+")]
    [InlineData(100_000, "x")]
    public void A_hostile_text_is_refused_and_the_process_lives(int times, string piece) =>
        CohortText.Read(string.Concat(Enumerable.Repeat(piece, times))).IsRefused.ShouldBe(piece != "x" || times > 20_000);

    [Theory]
    [InlineData("age on index < 18 and count(offence, within 12 months before index) >= 4", "age on the index date is below 18 and the number of offence events within 12 months before the index date is at least 4")]
    [InlineData("not (sex = 'female' or charged) and last(custody-spell, where end is known) within 1 year on or after 2024-01-01",
        "it is not so that (sex is “female” or charged) and the day of the last custody spell event where end is known is within 1 year on or after 1 January 2024")]
    [InlineData("charge_degree not in ['O', 'M'] and abs(days - 3) <= 30", "charge degree is none of “O” and “M” and the size of days less 3 is at most 30")]
    public void A_condition_is_said_in_plain_English(string where, string words) => CohortText.Read(where).Value.InWords.ShouldBe(words);

    [Fact]
    public void Random_conditions_mean_to_columns_what_they_mean_to_the_reference_interpreter()
    {
        int yes = 0, unknown = 0;
        Parallel.For(0, Queries, seed =>
        {
            RandomQueries random = new(seed);
            (List<PlainPerson> people, Stories stories) = random.People(40);
            int[] index = [.. people.Select(p => p.Index ?? Days.Unknown)];
            string where = random.Condition();
            CohortNames names = CohortNames.Of(["arrest", "charge", "custody-spell"], people[0].Values.Keys.Concat(["enumber", "ehalf", "ecolour", "eflag", "eday"])) with { Lists = RandomQueries.Lists };
            if (CohortText.Read(where).Refused(out Refusal? unread, out CohortText? text)) throw new InvalidOperationException($"seed {seed}: {where}: {unread}");
            if (text.Judge(stories, names, index).Refused(out Refusal? unfit, out byte[]? answers)) throw new InvalidOperationException($"seed {seed}: {where}: {unfit}");
            for (int p = 0; p < people.Count; p++)
            {
                bool? expected = ReferenceInterpreter.Judge(text.Syntax, people[p]);
                byte plain = expected is { } known ? Truth.Of(known) : Truth.Unknown;
                answers[p].ShouldBe(plain, $"seed {seed}, person {p}: {where}");
                if (plain == Truth.Yes) Interlocked.Increment(ref yes);
                if (plain == Truth.Unknown) Interlocked.Increment(ref unknown);
            }
        });
        yes.ShouldBeGreaterThan(Queries * 5);   // so that the comparison is of something
        unknown.ShouldBeGreaterThan(Queries * 5);
    }
}
