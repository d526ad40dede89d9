namespace Shiremoot.Intake.Reading;

/// <summary>The delimiter of a text, how we know, and how many lines Excel put in front to say so ("sep=;").</summary>
internal sealed record FoundDelimiter(char Delimiter, int HintLines, string Note)
{
    public string Name => NameOf(Delimiter);

    public static string NameOf(char delimiter) => delimiter switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", _ => "vertical bar" };
}
