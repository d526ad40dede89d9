using Shiremoot.Records;

namespace Shiremoot.Economics.Costing;

/// <summary>The rows that spells and cases are added up in: one for each price with a length, then cases, open cases, events of police and court in no case, and all else.</summary>
sealed class SpellRows
{
    public SpellRows(CostSetting setting)
    {
        IReadOnlyList<EventPrice> prices = setting.Prices.Priced;
        RowOf = new int[prices.Count];
        List<int> spans = [];
        for (int rule = 0; rule < prices.Count; rule++)
        {
            RowOf[rule] = prices[rule].Quantity == EventQuantity.Each ? -1 : spans.Count;
            if (RowOf[rule] >= 0) spans.Add(rule);
        }
        (Spans, Count) = ([.. spans], spans.Count + 4);
        IsOfCase = [.. prices.Select(p => p.Quantity == EventQuantity.Each && setting.CaseStages.Contains(p.Stage))];
        IsOnce = [.. prices.Select(p => p.Once.Length > 0)];
        (Opens, Closes) = ([.. setting.Stories.Kinds.Select(setting.CaseOpens.Contains)], [.. setting.Stories.Kinds.Select(setting.CaseCloses.Contains)]);
        Stories = setting.Stories;
    }

    public Stories Stories { get; }

    /// <summary>By price: the row of its spells; -1 where it has no length.</summary>
    public int[] RowOf { get; }

    /// <summary>The prices of the first rows.</summary>
    public int[] Spans { get; }

    public int Case => Spans.Length;

    public int Open => Case + 1;

    public int NoCase => Case + 2;

    public int Other => Case + 3;

    public int Count { get; }

    /// <summary>By price: whether its events are of a case.</summary>
    public bool[] IsOfCase { get; }

    /// <summary>By price: whether spells that touch are one.</summary>
    public bool[] IsOnce { get; }

    /// <summary>By kind of event.</summary>
    public bool[] Opens { get; }

    /// <summary>By kind of event.</summary>
    public bool[] Closes { get; }
}
