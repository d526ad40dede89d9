using System.CommandLine;
using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>pathways FILE: how cases move from stage to stage, on any file of events.</summary>
static class PathwaysVerb
{
    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A table with a row an event (CSV in any usual form, or a workbook; .gz or .zip), or an event log in XES (.xes, .xes.gz)" };
        Option<string?> ofCase = new("--case") { Description = "The column that says whose event it is (XES: concept:name of the trace)" };
        Option<string?> activity = new("--activity") { Description = "The column that says what happened (XES: concept:name)" };
        Option<string?> time = new("--time") { Description = "The column that says when (XES: time:timestamp)" };
        Option<string[]> format = new("--time-format") { Description = "How times are written, such as \"dd/MM/yyyy HH:mm\", with z at the end for an offset; may be given several times (default: ISO 8601)" };
        Option<string?> path = new("--path") { Description = "The path cases are meant to take: \"Arrest -> Charge -> (Plea | Trial) -> Sentence\", or a file of it" };
        Option<string?> before = new("--before") { Description = "An activity: what came before a case's first event of it" };
        Option<string?> from = new("--from") { Description = "With --to: the stage from which time is measured" };
        Option<string?> to = new("--to") { Description = "With --from: the stage to which time is measured" };
        Option<int> top = new("--top") { Description = "Rows shown of each table, the most frequent first", DefaultValueFactory = _ => 20 };
        Option<string?> folder = new("--out") { Description = "A folder to write every table whole (CSV) and the flows for a Sankey diagram (JSON) to" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("pathways", "Show how cases move from stage to stage") { file, ofCase, activity, time, format, path, before, from, to, top, folder, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            int most = args.GetValue(top);
            if (Misused(args.GetValue(from), args.GetValue(to), most) is { } misused) return Door.Refuse(misused, asJson);
            Refusal? why;
            IntendedPath? intended = null;
            if (args.GetValue(path) is { } written && IntendedPath.Given(written).Refused(out why, out intended)) return Door.Refuse(why, asJson);
            EventLogForm form = new() { Case = args.GetValue(ofCase), Activity = args.GetValue(activity), Time = args.GetValue(time), TimeFormats = args.GetValue(format) ?? [] };
            PathwayQuestion question = new() { Path = intended, Before = args.GetValue(before), From = args.GetValue(from), To = args.GetValue(to), Threads = Math.Max(1, args.GetValue(threads)) };

            using LinkLine line = new();
            if (EventLogFile.Read(args.GetValue(file)!, form, line.Report).Refused(out why, out EventLog? log)) return Door.Refuse(why, asJson);
            if (PathwayDrawing.Draw(log, question, line.Report).Refused(out why, out PathwayPicture? picture)) return Door.Refuse(why, asJson);
            IReadOnlyList<string> files = [];
            if (args.GetValue(folder) is { } into && PathwayFolder.Write(picture, into, args.GetValue(file)!).Refused(out why, out files!)) return Door.Refuse(why, asJson);
            line.Dispose();
            if (asJson) Door.Print(PathwayJson.Of(picture, most, files));
            else Say(picture, most, files);
            return Door.Done;
        });
        return verb;
    }

    private static Refusal? Misused(string? from, string? to, int top) =>
        from is not null && to is null ? Refusals.HalfASpan("--from", "--to") : to is not null && from is null ? Refusals.HalfASpan("--to", "--from") : top < 1 ? Refusals.LeastIsOne("--top", top) : null;

    private static void Say(PathwayPicture picture, int most, IReadOnlyList<string> files)
    {
        EventLog log = picture.Log;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{log.File}: {log.Events:N0} events of {log.Cases:N0} cases, {log.Activities:N0} activities, {picture.VariantCount:N0} variants."));
        foreach (EventLogIssue issue in log.Issues) Console.Out.WriteLine($"Left out: {issue}.");
        if (log.CasesTouched > 0) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{log.CasesTouched:N0} cases are known to have lost an event by that, {log.CasesLost:N0} of them all their events."));
        foreach (string note in log.Notes) Console.Out.WriteLine($"Note: {note}.");
        PathwayTables tables = new(picture, stepsShown: 12);
        TableText.Print(tables.Stages(most));
        TableText.Print(tables.Moves(most));
        TableText.Print(tables.Waits(most));
        TableText.Print(tables.Variants(most));
        if (tables.Between is { } between) TableText.Print(between);
        if (tables.Before(most) is { } earlier) TableText.Print(earlier);
        if (tables.Orders(most) is { } orders) TableText.Print(orders);
        if (tables.Conformance(most) is { } conformance) TableText.Print(conformance);
        foreach (string file in files) Console.Out.WriteLine($"Written: {file}");
    }
}
