using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>A condition or value whose names have been found in stories. One call works it out for every row.</summary>
abstract class Node;

abstract class Condition : Node
{
    public abstract byte[] Of(StoryRows rows);
}

abstract class NumberNode : Node
{
    public abstract double[] Of(StoryRows rows);
}

abstract class DayNode : Node
{
    public abstract int[] Of(StoryRows rows);
}

/// <summary>Text: a code for each row, and the words behind the codes.</summary>
abstract class TextNode : Node
{
    public abstract string[] Words { get; }

    public abstract int[] Of(StoryRows rows);
}

/// <summary>A name that is allowed but of which nothing is known: missing for every row, whatever it is used as.</summary>
sealed class AbsentNode : Node;

sealed class NumberColumn(Cells<double> values) : NumberNode
{
    public override double[] Of(StoryRows rows) => values.Read(rows.From, rows.Count);
}

sealed class NumberConstant(double value) : NumberNode
{
    public override double[] Of(StoryRows rows) => Columns.Filled(rows.Count, value);
}

sealed class DayColumn(Cells<int> values) : DayNode
{
    public override int[] Of(StoryRows rows) => values.Read(rows.From, rows.Count);
}

sealed class DayConstant(int value) : DayNode
{
    public override int[] Of(StoryRows rows) => Columns.Filled(rows.Count, value);
}

sealed class IndexNode : DayNode
{
    public override int[] Of(StoryRows rows) => rows.IndexDay;
}

sealed class TextColumn(Cells<int> codes, string[] words) : TextNode
{
    public override string[] Words => words;

    public override int[] Of(StoryRows rows) => codes.Read(rows.From, rows.Count);
}

sealed class TextConstant(string value) : TextNode
{
    public string Value => value;

    public override string[] Words { get; } = [value];

    public override int[] Of(StoryRows rows) => new int[rows.Count];
}

/// <summary>A sum, difference, product or quotient of numbers. By nought there is no quotient: it is missing.</summary>
sealed class Arithmetic(char sign, NumberNode left, NumberNode right) : NumberNode
{
    public override double[] Of(StoryRows rows)
    {
        double[] a = left.Of(rows), b = right.Of(rows), made = new double[rows.Count];
        for (int i = 0; i < made.Length; i++)
        {
            double value = sign switch { '+' => a[i] + b[i], '-' => a[i] - b[i], '*' => a[i] * b[i], _ => a[i] / b[i] };
            made[i] = double.IsFinite(value) ? value : double.NaN;
        }
        return made;
    }
}

sealed class DaysBetween(DayNode later, DayNode earlier) : NumberNode
{
    public override double[] Of(StoryRows rows)
    {
        int[] a = later.Of(rows), b = earlier.Of(rows);
        double[] made = new double[rows.Count];
        for (int i = 0; i < made.Length; i++) made[i] = a[i] == Days.Unknown || b[i] == Days.Unknown ? double.NaN : (long)a[i] - b[i];
        return made;
    }
}

sealed class DayPlus(DayNode day, NumberNode plus, int sign) : DayNode
{
    public override int[] Of(StoryRows rows)
    {
        int[] a = day.Of(rows), made = new int[rows.Count];
        double[] b = plus.Of(rows);
        for (int i = 0; i < made.Length; i++) made[i] = a[i] == Days.Unknown || double.IsNaN(b[i]) ? Days.Unknown : DayMath.Within(a[i] + (sign * b[i]));
        return made;
    }
}

sealed class AbsNode(NumberNode of) : NumberNode
{
    public override double[] Of(StoryRows rows) => Array.ConvertAll(of.Of(rows), Math.Abs);
}

sealed class AgeNode(Cells<int> birthDays, DayNode on) : NumberNode
{
    public override double[] Of(StoryRows rows)
    {
        int[] day = on.Of(rows), birth = rows.OfPerson(birthDays);
        double[] made = new double[rows.Count];
        for (int i = 0; i < made.Length; i++) made[i] = DayMath.Age(birth[i], day[i]);
        return made;
    }
}

static class Columns
{
    public static T[] Filled<T>(int length, T value)
    {
        T[] made = new T[length];
        Array.Fill(made, value);
        return made;
    }
}
