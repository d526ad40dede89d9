using System.Globalization;
using Shiremoot.Terms;
using Sprache;

namespace Shiremoot.Spine;

/// <summary>The text of a condition: <c>jaro_winkler(surname) >= 0.9 and same(forename:first)</c>.</summary>
static class LinkConditionText
{
    private static readonly Parser<string> Name = Parse.Letter.Or(Parse.Char('_')).Then(first => Parse.LetterOrDigit.Or(Parse.Char('_')).Many().Text().Select(rest => first + rest)).Token();

    private static readonly Parser<FieldPart> Part =
        from field in Name
        from part in Parse.Char(':').Then(_ => Name).Optional()
        select new FieldPart(field, part.IsDefined ? part.Get() : null);

    private static readonly Parser<(string Sign, double Number)> Against =
        from sign in Parse.String(">=").Or(Parse.String("<=")).Or(Parse.String("=")).Or(Parse.String(">")).Or(Parse.String("<")).Text().Token()
        from number in Parse.DecimalInvariant.Then(d => Parse.IgnoreCase('e').Then(_ => Parse.Char('-').Then(_ => Parse.Digit.AtLeastOnce().Text())).Optional().Select(e => e.IsDefined ? $"{d}e-{e.Get()}" : d)).Token()
        select (sign, double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static readonly Parser<LinkCondition> One =
        from measure in Name
        from open in Parse.Char('(').Token()
        from parts in Part.DelimitedBy(Parse.Char(',').Token())
        from close in Parse.Char(')').Token()
        from against in Against.Optional()
        select new LinkCondition(measure, [.. parts], against.IsDefined ? against.Get().Sign : ">=", against.IsDefined ? against.Get().Number : 1);

    private static readonly Parser<IEnumerable<LinkCondition>> All = One.DelimitedBy(Parse.String("and").Token()).End();

    /// <summary>Reads a condition; refused with where it cannot be read and why.</summary>
    public static Outcome<IReadOnlyList<LinkCondition>> Read(string text)
    {
        if (text.Trim() == "else") return Outcome.Of<IReadOnlyList<LinkCondition>>([]);
        IResult<IEnumerable<LinkCondition>> read = All.TryParse(text);
        return read.WasSuccessful ? Outcome.Of<IReadOnlyList<LinkCondition>>([.. read.Value]) : Refusals.ConditionNotUnderstood(text, read.Remainder.Column);
    }

    /// <summary>Reads "postcode:outcode"; null if it is not of that form.</summary>
    public static FieldPart? ReadPart(string text)
    {
        IResult<FieldPart> read = Part.End().TryParse(text);
        return read.WasSuccessful ? read.Value : null;
    }
}
