using System.CommandLine;
using System.Globalization;
using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>encode FILE --model M --key K --out ENCODED: records as they may leave a partner to be linked without names.</summary>
static class EncodeVerb
{
    public static Command Make()
    {
        Argument<string[]> files = new("FILE") { Description = "One file of records, or several", Arity = ArgumentArity.OneOrMore };
        Option<string> model = new("--model") { Description = "The linkage model by whose fields the file is read", Required = true };
        Option<string?> encoding = new("--encoding") { Description = "How records are encoded (default: vocabulary/linkage/encoding.yaml)" };
        Option<string> key = new("--key") { Description = "The file of the key that partners share and whoever links does not have", Required = true };
        Option<string> encoded = new("--out") { Description = "The file to write", Required = true };
        Option<bool> byRow = new("--by-row") { Description = "Name records by their row in the file, not by a pseudonym of their id" };
        Option<string?> lookup = new("--lookup") { Description = "Also write which record each pseudonym is of, to a file that you keep" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("encode", "Encode records at a partner's under a key, so that they can be linked without names") { files, model, encoding, key, encoded, byRow, lookup, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            string to = args.GetValue(encoded)!;
            if (FileOut.Refuse([("--out", to), ("--lookup", args.GetValue(lookup))], [.. args.GetValue(files)!, args.GetValue(model), args.GetValue(encoding), args.GetValue(key)]) is { } unwritable) return Door.Refuse(unwritable, asJson);
            if (LinkModelFile.Read(args.GetValue(model)!).Refused(out Refusal? why, out LinkModel? fields)) return Door.Refuse(why, asJson);
            if (RecordEncodingFile.Read(args.GetValue(encoding) ?? Shire.LinkageFile("encoding.yaml")).Refused(out why, out RecordEncoding? how)) return Door.Refuse(why, asJson);
            if (EncodingKey.Read(args.GetValue(key)!).Refused(out why, out EncodingKey? secret)) return Door.Refuse(why, asJson);
            if (RecordFile.Read(args.GetValue(files)!, fields).Refused(out why, out RecordTable? table)) return Door.Refuse(why, asJson);
            if (!args.GetValue(byRow) && RepeatedIds.Refuse(table, args.GetValue(files)!, fields) is { } repeated) return Door.Refuse(repeated with { Try = repeated.Try + " Or encode with --by-row." }, asJson);
            EncodeOptions options = new() { Threads = Math.Max(1, args.GetValue(threads)), ByRow = args.GetValue(byRow), Lookup = args.GetValue(lookup) };
            if (EncodedFile.Write(table, how, secret, to, options).Refused(out why, out EncodedRecords? written)) return Door.Refuse(why, asJson);
            if (asJson) Door.Print(new { written.Records, file = to, written.Missing, without = written.Unfiltered.Select(f => new { f.Filter, f.Records }) });
            else Say(written, to);
            return Door.Done;
        });
        return verb;
    }

    private static void Say(EncodedRecords written, string file)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written.Records:N0} records encoded in {file}. It holds no names, but it is about people: send it as the agreement says."));
        foreach ((string filter, long records) in written.Unfiltered.Where(f => f.Records > 0)) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {records:N0} lack what the filter '{filter}' needs."));
        if (written.Missing.Count > 0) Console.Out.WriteLine($"  Not in the model, so not encoded: {string.Join(", ", written.Missing)}.");
    }
}
