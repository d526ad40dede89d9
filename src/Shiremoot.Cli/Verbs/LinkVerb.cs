using System.CommandLine;
using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>link FILE [FILE]: links the records of any tabular file by a model.</summary>
static class LinkVerb
{
    public static Command Make()
    {
        Argument<string[]> files = new("FILE") { Description = "One file to find people in, or several", Arity = ArgumentArity.OneOrMore };
        Option<string> model = new("--model") { Description = "The linkage model", Required = true };
        Option<string?> truth = new("--truth") { Description = "Who is who: a column, a file, or a pattern of the ids between slashes" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Command verb = new("link", "Find which records are of one person") { files, model, truth, threads };
        verb.SetAction(args =>
        {
            if (LinkModelFile.Read(args.GetValue(model)!).Refused(out Refusal? why, out LinkModel? read)) return Door.Refuse(why, false);
            System.Diagnostics.Stopwatch w = System.Diagnostics.Stopwatch.StartNew();
            if (RecordFile.Read(args.GetValue(files)!, read).Refused(out why, out RecordTable? table)) return Door.Refuse(why, false);
            Console.WriteLine($"read {table.Count} in {w.Elapsed.TotalSeconds:0.00}");
            if (Linking.Link(table, read, new LinkOptions { Threads = args.GetValue(threads), Nicknames = Shire.Nicknames() }).Refused(out why, out Linked? linked)) return Door.Refuse(why, false);
            LinkDebug.Say(linked, args.GetValue(truth), args.GetValue(files)!);
            return 0;
        });
        return verb;
    }
}
