using System.Globalization;

namespace Shiremoot.Economics.Appraising;

/// <summary>A piece of a spreadsheet's formula and the value it has now: written once, so that the two cannot differ.</summary>
/// <param name="Formula">As a spreadsheet writes it, cells by their sheet.</param>
/// <param name="Value">Its value; not a number where the formula gives the words of <see cref="OrWords"/>.</param>
/// <param name="Binds">0 a sum, 1 a product, 2 a whole: what needs brackets.</param>
internal readonly record struct SheetTerm(string Formula, double Value, int Binds = 2)
{
    public static SheetTerm Of(double number) => new(number.ToString("R", CultureInfo.InvariantCulture), number, number < 0 ? 0 : 2);

    public static implicit operator SheetTerm(double number) => Of(number);

    public static SheetTerm operator +(SheetTerm a, SheetTerm b) => new($"{a.Formula}+{b.In(1)}", a.Value + b.Value, 0);

    public static SheetTerm operator -(SheetTerm a, SheetTerm b) => new($"{a.Formula}-{b.In(1)}", a.Value - b.Value, 0);

    public static SheetTerm operator *(SheetTerm a, SheetTerm b) => new($"{a.In(1)}*{b.In(1)}", a.Value * b.Value, 1);

    public static SheetTerm operator /(SheetTerm a, SheetTerm b) => new($"{a.In(1)}/{b.In(2)}", a.Value / b.Value, 1);

    public static SheetTerm Least(SheetTerm a, SheetTerm b) => new($"MIN({a.Formula},{b.Formula})", Math.Min(a.Value, b.Value));

    public static SheetTerm Most(SheetTerm a, SheetTerm b) => new($"MAX({a.Formula},{b.Formula})", Math.Max(a.Value, b.Value));

    public static SheetTerm Exponential(SheetTerm a) => new($"EXP({a.Formula})", Math.Exp(a.Value));

    /// <summary>Without its fraction, towards nought.</summary>
    public static SheetTerm Whole(SheetTerm a) => new($"TRUNC({a.Formula})", Math.Truncate(a.Value));

    /// <summary>The one or the other, by whether a term is above nought.</summary>
    public static SheetTerm WhereAbove(SheetTerm test, SheetTerm then, SheetTerm otherwise) =>
        new($"IF({test.Formula}>0,{then.Formula},{otherwise.Formula})", test.Value > 0 ? then.Value : otherwise.Value);

    /// <summary>As <see cref="WhereAbove"/>, and words where it is not above nought.</summary>
    public static SheetTerm OrWords(SheetTerm test, SheetTerm then, string words) => new($"IF({test.Formula}>0,{then.Formula},\"{words}\")", test.Value > 0 ? then.Value : double.NaN);

    /// <summary>One where a term is nought or more, else nought.</summary>
    public static SheetTerm NotUnder(SheetTerm a) => new($"IF({a.Formula}>=0,1,0)", a.Value >= 0 ? 1 : 0);

    /// <summary>Nought for no terms.</summary>
    public static SheetTerm Sum(IEnumerable<SheetTerm> terms) => terms.Aggregate((SheetTerm?)null, (sum, term) => sum is { } s ? s + term : term) ?? 0;

    public SheetTerm Power(int times) => times switch { 0 => 1, 1 => this, _ => new($"{In(2)}^{times}", Math.Pow(Value, times), 1) };

    private string In(int binds) => Binds < binds ? $"({Formula})" : Formula;
}
