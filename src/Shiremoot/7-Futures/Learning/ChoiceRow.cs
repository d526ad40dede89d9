using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>One choice of a way on from a stage, as records show it.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Route">Number of the way; -1 where nothing followed.</param>
/// <param name="Day">The day of the choice.</param>
/// <param name="Birth">Day of birth, or unknown.</param>
/// <param name="Female">1, 0, or -1 where not known.</param>
/// <param name="Sanctions">Sanctions so far; -1 where the records do not hold the person's history.</param>
/// <param name="FirstSanction">Day of the first.</param>
/// <param name="Group">Group of the offence, or -1.</param>
/// <param name="After">Covariate of what the person is known for, or -1.</param>
internal readonly record struct ChoiceRow(int Person, short Route, int Day, int Birth, sbyte Female, short Sanctions, int FirstSanction, short Group, short After)
{
    /// <summary>Age in years; not a number where birth is unknown.</summary>
    public double Age => Birth == Days.Unknown ? double.NaN : (Day - Birth) / 365.25;
}

/// <summary>One stay in a stage.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Start">First day.</param>
/// <param name="Days">Days, or days up to the end of the records.</param>
/// <param name="IsOver">It ended.</param>
/// <param name="IsSure">The records show that the stage was entered, whether or not it was left.</param>
internal readonly record struct WaitRow(int Person, int Start, int Days, bool IsOver, bool IsSure);

/// <summary>The first contact of a person whose history the records hold.</summary>
internal readonly record struct FirstRow(int Day, sbyte Female);

/// <summary>All that stories show of a model's stages.</summary>
internal sealed class StageRows(int stages)
{
    public List<ChoiceRow>[] Choices { get; } = [.. Enumerable.Range(0, stages).Select(_ => new List<ChoiceRow>())];

    public List<WaitRow>[] Waits { get; } = [.. Enumerable.Range(0, stages).Select(_ => new List<WaitRow>())];

    /// <summary>Days of the sentences passed at a stage, and whose.</summary>
    public List<(int Person, int Days)>[] Sentences { get; } = [.. Enumerable.Range(0, stages).Select(_ => new List<(int, int)>())];

    /// <summary>Days of sentences served beside those passed, of stays that ended.</summary>
    public List<(int Person, int Served, int Passed)>[] Served { get; } = [.. Enumerable.Range(0, stages).Select(_ => new List<(int, int, int)>())];

    public List<FirstRow> First { get; } = [];

    /// <summary>People with any event of the model's stages.</summary>
    public int People { get; set; }
}
