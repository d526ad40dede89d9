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
    private StoryColumn(string name, StoryValue value) => (Name, Value) = (name, value);

    public string Name { get; }

    public StoryValue Value { get; }

    /// <summary>Text and flags: the place in <see cref="Words"/>, -1 where missing.</summary>
    internal int[] Codes { get; private init; } = [];

    internal string[] Words { get; private init; } = [];

    /// <summary>Numbers: NaN where missing.</summary>
    internal double[] Numbers { get; private init; } = [];

    /// <summary>Days since 1970: <see cref="Terms.Days.Unknown"/> where missing.</summary>
    internal int[] Days { get; private init; } = [];

    internal static StoryColumn OfNumbers(string name, double[] numbers) => new(name, StoryValue.Number) { Numbers = numbers };

    internal static StoryColumn OfDays(string name, int[] days) => new(name, StoryValue.Day) { Days = days };

    internal static StoryColumn OfWords(string name, int[] codes, string[] words) => new(name, StoryValue.Text) { Codes = codes, Words = words };

    /// <summary>Words must be "true" and "false" only.</summary>
    internal static StoryColumn OfFlags(string name, int[] codes, string[] words) => new(name, StoryValue.Flag) { Codes = codes, Words = words };
}
