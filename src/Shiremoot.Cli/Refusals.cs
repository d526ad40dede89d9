using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>What the command line may refuse of itself.</summary>
static class Refusals
{
    public static Refusal NoWebApp() =>
        new("CLI-01", "The web app has not been built.", "Run './shiremoot serve PLACE', which builds it; it needs Node 20 or later once.");

    public static Refusal OneMeasureForAFile() =>
        new("CLI-02", "A file holds one measure.", "Name one measure with --xlsx.");

    public static Refusal CannotWrite(string path, string why) =>
        new("CLI-03", $"{path} cannot be written: {why.TrimEnd('.')}.", "Choose a folder that exists and that you may write to.");

    public static Refusal WouldReplaceInput(string option, string path) =>
        new("CLI-04", $"{option} names {path}, which is one of the files read: what is written would take its place.", "Give what is written a name of its own.");

    public static Refusal SameFileTwice(string option, string other, string path) =>
        new("CLI-05", $"{option} and {other} both name {path}: the second would take the place of the first.", "Give each a file of its own.");

    public static Refusal KinWithoutTruth() =>
        new("CLI-06", "--kin says whose kin each person of the truth is, and there is no --truth.", "Say who is who with --truth (of generated people FOLDER/truth.csv, beside truth-kin.csv), or leave out --kin.");

    public static Refusal NotWithSuggest(IEnumerable<string> options) =>
        new("CLI-07", $"--suggest writes a first model and links nothing, so it has no use for {string.Join(", ", options)}.", "Run it with files and --learn FILE alone; then link by that model.");

    public static Refusal NotAProbability(string option, double given) =>
        new("CLI-08", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option} is {given}; a probability lies between 0 and 1."), "Give a number such as 0.1.");

    public static Refusal LeastWithoutPairs() =>
        new("CLI-09", "--least says which pairs are written, and there is no --pairs.", "Say where to with --pairs FILE, or leave out --least.");

    public static Refusal NotPair(string option, string given) =>
        new("CLI-10", $"{option} is given '{given}', which is not COLUMN=VALUE.", $"Write {option} race=white.");

    public static Refusal HalfASpan(string given, string missing) =>
        new("CLI-11", $"{given} is given without {missing}: time is measured from one stage to another.", $"Give {missing} too, or leave out {given}.");

    public static Refusal LeastIsOne(string option, int given) =>
        new("CLI-12", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option} is {given}; the least is 1."), "Give a whole number such as 20.");

    public static Refusal SaidByProtocol(IReadOnlyList<string> options) =>
        new("CLI-13", $"The protocol says what is done, and {string.Join(", ", options)} {(options.Count == 1 ? "is" : "are")} given beside it.", "Leave them out; to do otherwise, write another protocol.");

    public static Refusal OnlyFacts(IReadOnlyList<string> options) =>
        new("CLI-14", $"--facts sets published figures beside the place as it goes on, and has no use for {string.Join(", ", options)}.", "Leave out one or the other.");

    public static Refusal FactsOfAPlace(string given) =>
        new("CLI-15", $"'{given}' is no place's folder: published figures are those a place's model is held to.", "Name a place: ./shiremoot simulate places/west-midlands --facts.");
}
