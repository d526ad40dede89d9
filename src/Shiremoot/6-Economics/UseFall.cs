using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What a fall in use is told in.</summary>
public enum UseFallUnit
{
    /// <summary>Of all that people of the cohort use in the year.</summary>
    PerCent,

    /// <summary>So many of those who cost anything in the year, each with what one of them uses on average.</summary>
    People,

    /// <summary>So many of the year's stays in custody, each as long as they are on average. Nothing else falls.</summary>
    Stays,
}

/// <summary>By how much the use of a cohort falls in a year.</summary>
/// <param name="Amount">Above nought.</param>
/// <param name="Unit">What it is of.</param>
public sealed record UseFall(decimal Amount, UseFallUnit Unit)
{
    /// <summary>Reads "10%", "200" or "200 people", "50 stays"; refused where it is none of these, nought or less, or over 100%.</summary>
    public static Outcome<UseFall> Read(string written)
    {
        string text = written.Trim().ToLowerInvariant();
        (string number, UseFallUnit unit) =
            text.EndsWith('%') ? (text[..^1], UseFallUnit.PerCent)
            : text.EndsWith("stays", StringComparison.Ordinal) ? (text[..^5], UseFallUnit.Stays)
            : text.EndsWith("people", StringComparison.Ordinal) ? (text[..^6], UseFallUnit.People)
            : (text, UseFallUnit.People);
        if (!decimal.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal amount) || amount <= 0) return Costing.Refusals.NotAFall(written);
        return unit == UseFallUnit.PerCent && amount > 100 ? Costing.Refusals.FallsTooFar($"{amount:0.##}%", "100%") : new UseFall(amount, unit);
    }

    /// <summary>10%; 200 people; 50 stays.</summary>
    public override string ToString() => Unit switch
    {
        UseFallUnit.PerCent => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.##}%"),
        UseFallUnit.Stays => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,##0.##} stays"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,##0.##} people"),
    };
}
