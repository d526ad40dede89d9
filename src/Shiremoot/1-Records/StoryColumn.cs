namespace Shiremoot.Records;

/// <summary>What the values of a column of stories are.</summary>
public enum StoryValue
{
    /// <summary>Text, one of a list of words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>One thing known of every person or of every event. Values stay inside the library; pages see the name and the kind.</summary>
public sealed class StoryColumn
{
    private static readonly ArrayCells<int> NoWhole = new([]);
    private static readonly ArrayCells<double> NoNumber = new([]);

    private static readonly Lazy<string[]> NoWords = new([]);

    private StoryColumn(string name, StoryValue value) => (Name, Value) = (name, value);

    public string Name { get; }

    public StoryValue Value { get; }

    /// <summary>Text and flags: the place in <see cref="Words"/>, -1 where missing.</summary>
    internal int[] Codes => CodeCells.All();

    internal string[] Words => LateWords.Value;

    /// <summary>Numbers: NaN where missing.</summary>
    internal double[] Numbers => NumberCells.All();

    /// <summary>Days since 1970: <see cref="Terms.Days.Unknown"/> where missing.</summary>
    internal int[] Days => DayCells.All();

    internal Cells<int> CodeCells { get; private init; } = NoWhole;

    internal Cells<double> NumberCells { get; private init; } = NoNumber;

    internal Cells<int> DayCells { get; private init; } = NoWhole;

    private Lazy<string[]> LateWords { get; init; } = NoWords;

    internal static StoryColumn OfNumbers(string name, double[] numbers) => OfNumbers(name, new ArrayCells<double>(numbers));

    internal static StoryColumn OfNumbers(string name, Cells<double> numbers) => new(name, StoryValue.Number) { NumberCells = numbers };

    internal static StoryColumn OfDays(string name, int[] days) => OfDays(name, new ArrayCells<int>(days));

    internal static StoryColumn OfDays(string name, Cells<int> days) => new(name, StoryValue.Day) { DayCells = days };

    internal static StoryColumn OfWords(string name, int[] codes, string[] words) => OfWords(name, new ArrayCells<int>(codes), new Lazy<string[]>(words));

    internal static StoryColumn OfWords(string name, Cells<int> codes, Lazy<string[]> words) => new(name, StoryValue.Text) { CodeCells = codes, LateWords = words };

    /// <summary>Words must be "true" and "false" only.</summary>
    internal static StoryColumn OfFlags(string name, int[] codes, string[] words) => OfFlags(name, new ArrayCells<int>(codes), new Lazy<string[]>(words));

    internal static StoryColumn OfFlags(string name, Cells<int> codes, Lazy<string[]> words) => new(name, StoryValue.Flag) { CodeCells = codes, LateWords = words };
}
