using System.Text;
using System.Text.RegularExpressions;
using Shiremoot.Spine.Standardising;

namespace Shiremoot.Spine;

/// <summary>By which standard a column seems to be written: by its name, if its values bear that out, and else by what nearly all its values fit.</summary>
static partial class ColumnKinds
{
    private const double Most = 0.9, Half = 0.5;

    /// <param name="header">The column's name.</param>
    /// <param name="values">The values that are there.</param>
    /// <param name="isOwn">Most rows of a file have a value that no other of its rows has.</param>
    public static string Of(string header, IReadOnlyList<string> values, bool isOwn) =>
        ByName(header) switch
        {
            null => ByValues(values, isOwn),
            "pnc" or "cro" or "nhs-number" => ByName(header) is { } number && Fitting(values, number) > Half ? number : "identifier",
            "date" or "phone" or "email" => ByName(header) is { } kind && Fitting(values, kind) > Half ? kind : ByValues(values, isOwn),
            "number" => Fitting(values, "number") > 0.95 ? "number" : "text",
            string named => named,
        };

    /// <summary>A column of the number of a house or flat: it is the same or not, and 12 is not nearly 112.</summary>
    public static bool IsHouseNumber(string header) => House().IsMatch(header);

    /// <summary>A column that agencies know as a number of a person, whatever it looks like.</summary>
    public static bool IsPersonNumber(string header) => ByName(header) is "identifier" or "pnc" or "cro" or "nhs-number";

    public static bool IsForename(string header) => Forename().IsMatch(header);

    public static bool IsSurname(string header) => Surname().IsMatch(header);

    private static string? ByName(string header) => header switch
    {
        _ when Date().IsMatch(header) => "date",
        _ when Postcode().IsMatch(header) => "postcode",
        _ when header.Contains("mail", StringComparison.OrdinalIgnoreCase) => "email",
        _ when Phone().IsMatch(header) => "phone",
        _ when Pnc().IsMatch(header) => "pnc",
        _ when Cro().IsMatch(header) => "cro",
        _ when header.Contains("nhs", StringComparison.OrdinalIgnoreCase) => "nhs-number",
        _ when Number().IsMatch(header) => "identifier",
        _ when House().IsMatch(header) => "number",
        _ when Forename().IsMatch(header) || Surname().IsMatch(header) || Middle().IsMatch(header) => "name",
        _ => null,
    };

    private static string ByValues(IReadOnlyList<string> values, bool isOwn)
    {
        foreach (string kind in (ReadOnlySpan<string>)["email", "date", "pnc", "cro", "nhs-number"])
            if (Fitting(values, kind) > Most) return kind;
        if (Share(values, v => PhoneValue().IsMatch(v)) > Most) return "phone";
        if (Share(values, v => PostcodeValue().IsMatch(v)) > Most) return "postcode";
        if (Fitting(values, "number") > 0.95) return isOwn && values.Average(v => v.Length) >= 4 && Share(values, v => v.AsSpan().ContainsAny(".,-")) < 0.05 ? "identifier" : "number";
        return isOwn && Share(values, v => CodeValue().IsMatch(v)) > Most ? "identifier" : "text";
    }

    private static double Fitting(IReadOnlyList<string> values, string kind)
    {
        IStandard standard = Standards.Of(kind)!;
        byte[] room = new byte[2048];
        return Share(values, v => v.Length < 200 && standard.Write(Encoding.UTF8.GetBytes(v), room) > 0 && (kind != "date" || v.AsSpan().ContainsAny("-/. ") || v.Length == 8));
    }

    private static double Share(IReadOnlyList<string> values, Func<string, bool> fits) => (double)values.Count(fits) / values.Count;

    [GeneratedRegex(@"birth_?date|^dob|date.?of.?birth|^born|d\.o\.b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"post.?code|^zip|postal", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"phone|mobile|^tel|landline", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(^|[^a-z])pnc", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pnc();

    [GeneratedRegex(@"(^|[^a-z])cro([^a-z]|num|no|id|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Cro();

    [GeneratedRegex(@"ssn|soc_?sec|nino|national.?ins|prison.?num|nomis|(^|[^a-z])crn|(^|[^a-z])upn|passport|licen[cs]e", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"(house|street|door|flat|building).?(n(o|um|umber|r)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex House();

    [GeneratedRegex(@"fore.?name|first.?name|given|^fname", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forename();

    [GeneratedRegex(@"sur.?name|last.?name|family.?name|^lname", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Surname();

    [GeneratedRegex(@"middle|second.?name", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Middle();

    // A number that begins with 0 or +, ten to fifteen digits with what is set between them.
    [GeneratedRegex(@"^(\+|0|\(0)([ ()./-]*[0-9]){9,14}$", RegexOptions.ExplicitCapture)]
    private static partial Regex PhoneValue();

    [GeneratedRegex(@"^[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PostcodeValue();

    // A code with a digit among its five to twenty signs, and no space.
    [GeneratedRegex(@"^(?=.*[0-9].*[0-9])[a-z0-9/-]{5,20}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeValue();
}
