using System.Text.RegularExpressions;

namespace Shiremoot.Tests.Spine.Parts;

/// <summary>The rules of the sound key as replacements of text, one after another.</summary>
static class PlainSound
{
    private static readonly (string Pattern, string Into)[] First =
    [
        ("^PH", "F"), ("^[KG]N", "N"), ("^WR", "R"), ("^C(?=[EIY])", "S"), ("^[CQ]", "K"), ("^G(?=[EI])", "J"), ("^[ZX]", "S"), ("^[YEOUI]", "A"), ("^V", "F"),
    ];

    public static string Of(string name)
    {
        if (name.Length == 0) return "";
        name = name[..Math.Min(32, name.Length)];
        (string pattern, string into) = First.Append((Pattern: "^.", Into: name[..1])).First(f => Regex.IsMatch(name, f.Pattern));
        string rest = Regex.Replace(name, pattern, "");
        rest = Regex.Replace(rest, "G(?=H)", "");
        rest = Regex.Replace(rest, "P(?=H)", "B");
        rest = Regex.Replace(rest, "[HW]", "");
        string groups = string.Concat((into + rest).Select(Group));
        return into + Regex.Replace(Regex.Replace(groups, "(.)\\1+", "$1")[1..], "\\.", "") is var key ? key[..Math.Min(7, key.Length)] : "";
    }

    private static char Group(char letter) => letter switch
    {
        'B' or 'F' or 'P' or 'V' => '1',
        'C' or 'G' or 'J' or 'K' or 'Q' or 'S' or 'X' or 'Z' => '2',
        'D' or 'T' => '3',
        'L' => '4',
        'M' or 'N' => '5',
        'R' => '6',
        _ => '.',
    };
}
