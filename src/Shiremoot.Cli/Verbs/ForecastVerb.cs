using System.CommandLine;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>forecast FILE: the quarters to come of published flows, with intervals, and if asked drawn paths.</summary>
static class ForecastVerb
{
    public static Command Make()
    {
        Argument<string> file = FileArgument();
        Option<string?> model = ModelOption();
        Option<int> ahead = AheadOption();
        Option<string?> to = new("--out") { Description = "A file to write the forecasts to, .csv or .xlsx" };
        Option<string?> paths = new("--paths") { Description = "A file to write drawn paths to, .csv or .xlsx: ways the quarters to come may go, all series together" };
        Option<int> draws = new("--draws") { Description = "How many paths are drawn", DefaultValueFactory = _ => 1_000 };
        Option<ulong> seed = SeedOption("Seed of the drawn paths");
        Option<bool> json = Door.JsonOption();
        Command verb = new("forecast", "The quarters to come of published flows, with intervals") { file, model, ahead, to, paths, draws, seed, json };
        verb.SetAction(args =>
        {
            (string path, string? layout, string? drawTo) = (args.GetValue(file)!, args.GetValue(model), args.GetValue(paths));
            bool asJson = args.GetValue(json);
            if (FileOut.Refuse([("--out", args.GetValue(to)), ("--paths", drawTo)], [path, layout]) is { } unwritable) return Door.Refuse(unwritable, asJson);
            if (Read(path, layout, out string? source).Then(table => FlowForecasting.Forecast(table, args.GetValue(ahead))).Refused(out Refusal? why, out FlowForecast? made)) return Door.Refuse(why, asJson);
            if (args.GetValue(to) is { } table && FileOut.WriteTable(made.ToTable(source), table).Refused(out why, out _)) return Door.Refuse(why, asJson);
            if (drawTo is not null && made.Draw(args.GetValue(draws), args.GetValue(seed)).Then(drawn => FileOut.WriteTable(drawn.ToTable(source), drawTo)).Refused(out why, out _)) return Door.Refuse(why, asJson);
            if (asJson) Door.Print(FlowJson.Of(made));
            else FlowText.Say(made, source);
            return Door.Done;
        });
        return verb;
    }

    internal static Argument<string> FileArgument() => new("FILE") { Description = "A table with a row a quarter and a column a series" };

    internal static Option<string?> ModelOption() => new("--model") { Description = "A file that says which columns are stocks, flows and rates, and which are left out (none: every column of numbers is a series by itself)" };

    internal static Option<int> AheadOption() => new("--ahead") { Description = "Quarters ahead, 1 to 12", DefaultValueFactory = _ => 4 };

    internal static Option<ulong> SeedOption(string description) => new("--seed") { Description = description, DefaultValueFactory = _ => 1UL };

    /// <summary>Reads the file, laid out as the model says, and tells who published it.</summary>
    internal static Outcome<FlowTable> Read(string file, string? model, out string? source)
    {
        source = null;
        if (model is null) return FlowTableFile.Read(file, null);
        if (FlowModelFile.Read(model).Refused(out Refusal? why, out FlowModel? layout)) return why;
        source = layout.Source;
        return FlowTableFile.Read(file, layout);
    }
}
