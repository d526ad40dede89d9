using System.CommandLine;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>backtest FILE: how forecasts of quarterly flows would have fared, made at each quarter from what was known then.</summary>
static class BacktestVerb
{
    public static Command Make()
    {
        Argument<string> file = ForecastVerb.FileArgument();
        Option<string?> model = ForecastVerb.ModelOption();
        Option<int> ahead = ForecastVerb.AheadOption();
        Option<ulong> seed = ForecastVerb.SeedOption("Seed of the drawn paths whose sums over all quarters ahead are checked");
        Option<string?> to = new("--out") { Description = "A file to write every forecast to beside what came, .csv or .xlsx" };
        Option<bool> json = Door.JsonOption();
        Command verb = new("backtest", "How forecasts of quarterly flows would have fared, beside two plain ones") { file, model, ahead, seed, to, json };
        verb.SetAction(args =>
        {
            (string path, string? layout) = (args.GetValue(file)!, args.GetValue(model));
            string? source = null;
            return FileAnswer.Give([path, layout], args.GetValue(to), args.GetValue(json),
                () => ForecastVerb.Read(path, layout, out source).Then(table => FlowForecasting.Backtest(table, args.GetValue(ahead), args.GetValue(seed))), b => b.ToPoints(source), FlowJson.Of, b => FlowText.Say(b, source));
        });
        return verb;
    }
}
