using Shiremoot.Picture;

namespace Shiremoot.Evidence.Evaluating;

/// <summary>Gathers what people are made alike in: numbers as they are, and groups as a column of 0 and 1 for each value, of which the model leaves the most frequent out.</summary>
sealed class CovariateColumns
{
    private readonly List<string> names = [], shownNames = [];
    private readonly List<double[]> values = [], shownValues = [];
    private readonly List<(string, string)> references = [];

    /// <summary>For models.</summary>
    public ModelColumns Model => new(names, [.. values]);

    /// <summary>For the table of balance: every value of a group.</summary>
    public ModelColumns Shown => new(shownNames, [.. shownValues]);

    /// <summary>Of each text covariate, the value others are held against.</summary>
    public IReadOnlyList<(string Column, string Value)> References => references;

    public void Add(string name, double[] numbers)
    {
        names.Add(name);
        values.Add(numbers);
        shownNames.Add(name);
        shownValues.Add(numbers);
    }

    /// <summary>Adds groups. A group that everyone is in stays in the model, which then refuses it.</summary>
    /// <param name="name">What makes the groups.</param>
    /// <param name="row">The group of each row.</param>
    /// <param name="present">The groups that occur, in order.</param>
    /// <param name="label">What a group is called.</param>
    public void Add(string name, int[] row, int[] present, Func<int, string> label)
    {
        int reference = row.CountBy(g => g).OrderByDescending(g => g.Value).ThenBy(g => g.Key).First().Key;
        references.Add((name, label(reference)));
        foreach (int group in present)
        {
            double[] own = Array.ConvertAll(row, g => g == group ? 1.0 : 0);
            shownNames.Add($"{name}: {label(group)}");
            shownValues.Add(own);
            if (group == reference && present.Length > 1) continue;
            names.Add(shownNames[^1]);
            values.Add(own);
        }
    }
}
