using System.CommandLine;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>difference FILE: the effect of a policy on the areas that had it, beside areas that had not, from any table of published figures.</summary>
static class DifferenceVerb
{
    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A table with a row an area and period: delimited text, packed or not, or a workbook" };
        Option<string> outcome = Column("--outcome", "The column of figures"), unit = Column("--unit", "The column of areas"), period = Column("--period", "The column of periods: 2019, 2019-04, 2019-Q2, 2019-04-30 or 2019/20"),
            treated = Column("--treated", "The column of 1 and 0: of rows with the policy; with --from, of areas that have it at all");
        Option<string?> from = new("--from") { Description = "The first period with the policy, written as the periods are" };
        Option<string?> weight = new("--weight") { Description = "The column of what an area counts for, such as its people" };
        Option<double> confidence = new("--confidence") { Description = "Of the intervals", DefaultValueFactory = _ => 0.95 };
        Option<ulong> seed = new("--seed") { Description = "Of placements on other areas that are drawn by chance", DefaultValueFactory = _ => 1 };
        Option<string?> to = new("--out") { Description = "A file to write the table to: .csv or .xlsx" };
        Option<bool> json = Door.JsonOption();
        Command verb = new("difference", "The effect of a policy on areas, by difference-in-differences") { file, outcome, unit, period, treated, from, weight, confidence, seed, to, json };
        verb.SetAction(args => Run(args.GetValue(file)!, args.GetValue(to), args.GetValue(json), new DifferenceQuestion(args.GetValue(outcome)!, args.GetValue(unit)!, args.GetValue(period)!, args.GetValue(treated)!, args.GetValue(from))
        {
            Weight = args.GetValue(weight),
            Confidence = args.GetValue(confidence),
            Seed = args.GetValue(seed),
        }));
        return verb;
    }

    private static int Run(string file, string? to, bool json, DifferenceQuestion question) => FileAnswer.Give(
        [file], to, json, () => Difference.Of(file, question), result => result.ToTable(), result => PolicyJson.Of(result, result.Headline(question.Outcome)), result => PolicyText.Say(result, result.Headline(question.Outcome)));

    private static Option<string> Column(string name, string description) => new(name) { Description = description, Required = true };
}
