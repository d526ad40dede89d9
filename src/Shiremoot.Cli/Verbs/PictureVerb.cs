using System.CommandLine;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli.Verbs;

/// <summary>picture PLACE [MEASURE...]: draws measures and prints them as a table, CSV or JSON.</summary>
static class PictureVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string[]> measures = new("MEASURE") { Description = "Measures to draw; none means all", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> by = new("--by") { Description = "Break down by: a dimension (sex) or a value of people (age on index)", AllowMultipleArgumentsPerToken = true };
        Option<string?> period = new("--period") { Description = "The period in which areas are compared (default: the latest)" };
        Option<string> format = new("--format") { Description = "table, csv or json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        Option<string?> xlsx = new("--xlsx") { Description = "Also write the table to this .xlsx file (one measure only)" };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("picture", "Draw the place's measures") { place, measures, by, period, format, xlsx, store, data, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json) || args.GetValue(format) == "json";
            return Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), asJson, shire =>
                Run(shire, args.GetValue(measures) ?? [], args.GetValue(by) ?? [], args.GetValue(period), asJson, args.GetValue(format) == "csv", args.GetValue(xlsx)));
        });
        return verb;
    }

    private static int Run(Shire shire, string[] ids, string[] by, string? period, bool json, bool csv, string? xlsx)
    {
        if (DrawnMeasures.Draw(shire, ids, by, period).Refused(out Refusal? why, out IReadOnlyList<DrawnMeasure>? drawn)) return Door.Refuse(why, json);
        if (xlsx is not null)
        {
            if (drawn.Count != 1) return Door.Refuse(Refusals.OneMeasureForAFile(), json);
            if (FileOut.Write(drawn[0].Table, xlsx).Refused(out why, out _)) return Door.Refuse(why, json);
        }
        if (json) DrawnJson.Print(drawn);
        else if (csv) foreach (DrawnMeasure one in drawn) ReleaseFiles.WriteCsv(one.Table, Console.OpenStandardOutput());
        else foreach (DrawnMeasure one in drawn) TableText.Print(one.Table);
        return Door.Done;
    }
}
