using System.Globalization;

namespace Shiremoot.Terms;

/// <summary>An amount in pounds. Held as decimal, shown to the penny.</summary>
public readonly record struct Money(decimal Pounds)
{
    public static Money operator +(Money left, Money right) => new(left.Pounds + right.Pounds);

    public static Money operator *(Money amount, decimal times) => new(amount.Pounds * times);

    public override string ToString() => Pounds.ToString("£#,##0.00;-£#,##0.00", CultureInfo.InvariantCulture);
}
