namespace Shiremoot.Web.Pages.People;

/// <summary>One condition put together from the choices of a form, as text of the cohort language. What it says is judged where all such texts are.</summary>
internal sealed record BuiltCondition
{
    /// <summary>attribute, age, exists, none, count.</summary>
    public string About { get; init; } = "";

    public string Attribute { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Sign { get; init; } = "";

    public string Value { get; init; } = "";

    /// <summary>A whole number of months; empty for any time.</summary>
    public string Months { get; init; } = "";

    /// <summary>before or after.</summary>
    public string Side { get; init; } = "";

    /// <summary>The condition; empty if nothing was chosen.</summary>
    public string Written => About switch
    {
        "attribute" => $"{Attribute} {Sign} {Literal}",
        "age" => $"age on index {Sign} {Value.Trim()}",
        "exists" => $"exists({Kind}{Window})",
        "none" => $"not exists({Kind}{Window})",
        "count" => $"count({Kind}{Window}) {Sign} {Value.Trim()}",
        _ => "",
    };

    /// <summary>A text with this condition asked for as well.</summary>
    public string AddedTo(string where) => Written.Length == 0 ? where.Trim() : where.Trim().Length == 0 ? Written : $"{where.Trim()}\nand {Written}";

    private string Window => Months.Trim().Length > 0 ? $", within {Months.Trim()} months {Side} index" : Side.Length > 0 ? $", {Side} index" : "";

    // A number, a date or yes and no stand as they are; all else is a text.
    private string Literal => double.TryParse(Value, System.Globalization.CultureInfo.InvariantCulture, out _) || DateOnly.TryParseExact(Value.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) || Value.Trim() is "true" or "false"
        ? Value.Trim()
        : $"'{Value.Trim().Replace("'", "''", StringComparison.Ordinal)}'";
}
