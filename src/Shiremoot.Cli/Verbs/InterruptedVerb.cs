using System.CommandLine;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>interrupted FILE: the break in a series when a policy began, beside the line it was on, from any table of published figures.</summary>
static class InterruptedVerb
{
    private static readonly (string Name, SeriesSeason Season)[] Seasons = [("none", SeriesSeason.None), ("months", SeriesSeason.Months), ("quarters", SeriesSeason.Quarters)];

    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A table with a row a period: delimited text, packed or not, or a workbook" };
        Option<string> outcome = Column("--outcome", "The column of figures"), time = Column("--time", "The column of periods: 2019, 2019-04, 2019-Q2, 2019-04-30 or 2019/20"), from = Column("--from", "The first period with the policy, written as the periods are");
        Option<string> season = new("--season") { Description = "How a year is told apart: months, quarters or none", DefaultValueFactory = _ => "none" };
        season.AcceptOnlyFromAmong([.. Seasons.Select(s => s.Name)]);
        Option<bool> counts = new("--counts") { Description = "Figures are counts: the logarithm of their rate is linear" };
        Option<string?> offset = new("--offset") { Description = "The column of what counts are counted among; figures are then counts" },
            compare = new("--compare") { Description = "The column of a series that the policy did not touch" }, among = new("--compare-offset") { Description = "The column of what its counts are counted among" };
        Option<string> errors = new("--errors") { Description = "newey-west, robust to how periods hang together; or model, which takes them for independent (quasi-Poisson of counts)", DefaultValueFactory = _ => "newey-west" };
        errors.AcceptOnlyFromAmong("newey-west", "model");
        Option<int?> lag = new("--lag") { Description = "How many periods back errors may hang together (default: the whole part of 4 (n/100)^(2/9))" };
        Option<double> confidence = new("--confidence") { Description = "Of the intervals", DefaultValueFactory = _ => 0.95 };
        Option<string?> to = new("--out") { Description = "A file to write the table to: .csv or .xlsx" };
        Option<bool> json = Door.JsonOption();
        Command verb = new("interrupted", "The break in a series when a policy began, by interrupted time series") { file, outcome, time, from, season, counts, offset, compare, among, errors, lag, confidence, to, json };
        verb.SetAction(args => Run(args.GetValue(file)!, args.GetValue(to), args.GetValue(json), new InterruptedQuestion(args.GetValue(outcome)!, args.GetValue(time)!, args.GetValue(from)!)
        {
            Season = Seasons.First(s => s.Name == args.GetValue(season)).Season,
            IsCount = args.GetValue(counts),
            Offset = args.GetValue(offset),
            Compare = args.GetValue(compare),
            CompareOffset = args.GetValue(among),
            Errors = args.GetValue(errors) == "model" ? SeriesErrors.Model : SeriesErrors.NeweyWest,
            Lag = args.GetValue(lag),
            Confidence = args.GetValue(confidence),
        }));
        return verb;
    }

    private static int Run(string file, string? to, bool json, InterruptedQuestion question) => FileAnswer.Give(
        [file], to, json, () => Interrupted.Of(file, question), result => result.ToTable(), result => PolicyJson.Of(result, result.Headline(question.Outcome)), result => PolicyText.Say(result, result.Headline(question.Outcome)));

    private static Option<string> Column(string name, string description) => new(name) { Description = description, Required = true };
}
