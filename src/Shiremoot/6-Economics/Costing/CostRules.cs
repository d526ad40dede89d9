using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>One price as the loop over events asks it.</summary>
sealed class CostRule
{
    public required int Number { get; init; }

    public required EventQuantity Quantity { get; init; }

    /// <summary>Which place of the words counted once it shares; -1: none.</summary>
    public required int Once { get; init; }

    /// <summary>Of prices that are counted once, the dearest has the highest.</summary>
    public required int Rank { get; init; }

    /// <summary>By place of the word: whether the offence is meant; null: any or none.</summary>
    public bool[]? Offence { get; init; }

    public bool[]? Disposal { get; init; }

    public int FromAge { get; init; }

    public int UnderAge { get; init; } = int.MaxValue;

    public int From { get; init; } = int.MinValue;

    public int Until { get; init; } = int.MaxValue;

    /// <summary>Place of the further condition among those of all rules; -1: none.</summary>
    public int Where { get; init; } = -1;

    /// <summary>True if it fits every event of its kinds.</summary>
    public required bool IsForAll { get; init; }

    public bool AsksAge => FromAge > 0 || UnderAge < int.MaxValue;
}

/// <summary>The prices bound to the words of these stories: for each kind of event those to try, in order.</summary>
sealed class CostRules
{
    private CostRules(CostRule[][] ofKind, EventFilter[] where, int onceWords)
    {
        (OfKind, Where, OnceWords) = (ofKind, where, onceWords);
        CostRule[] all = [.. ofKind.SelectMany(k => k)];
        (AsksOffence, AsksDisposal, AsksAge) = (all.Any(r => r.Offence is not null), all.Any(r => r.Disposal is not null), all.Any(r => r.AsksAge));
    }

    public CostRule[][] OfKind { get; }

    public EventFilter[] Where { get; }

    public int OnceWords { get; }

    public bool AsksOffence { get; }

    public bool AsksDisposal { get; }

    public bool AsksAge { get; }

    public static Outcome<CostRules> Of(EventPrices prices, Stories stories, CostSetting setting, IReadOnlyList<int> ranks)
    {
        List<EventFilter> where = [];
        List<string> once = [];
        List<CostRule>[] ofKind = [.. stories.Kinds.Select(_ => new List<CostRule>())];
        (string[] offences, string[] disposals) = (Words(stories, "offence"), Words(stories, "disposal"));
        string?[] groups = Array.ConvertAll(offences, o => setting.Offence(o)?.Group);
        for (int n = 0; n < prices.Priced.Count; n++)
        {
            EventPrice price = prices.Priced[n];
            int condition = -1;
            if (price.Where is { } text)
            {
                if (EventFilter.Of(stories, setting.Also, price.Kinds, text).Refused(out Refusal? why, out EventFilter? filter)) return why;
                condition = where.Count;
                where.Add(filter);
            }
            if (price.Once.Length > 0 && !once.Contains(price.Once)) once.Add(price.Once);
            CostRule rule = new()
            {
                Number = n,
                Quantity = price.Quantity,
                Once = once.IndexOf(price.Once),
                Rank = ranks[n],
                IsForAll = price.IsForAll,
                Offence = price.Offences.Count == 0 ? null : Array.ConvertAll(groups, g => g is not null && price.Offences.Contains(g)),
                Disposal = price.Disposals.Count == 0 ? null : Array.ConvertAll(disposals, d => price.Disposals.Contains(d)),
                FromAge = price.FromAge ?? 0,
                UnderAge = price.UnderAge ?? int.MaxValue,
                From = price.From is { } from ? Days.Number(from) : int.MinValue,
                Until = price.Until is { } until ? Days.Number(until) : int.MaxValue,
                Where = condition,
            };
            for (int kind = 0; kind < ofKind.Length; kind++)
                if (price.Kinds.Contains(stories.Kinds[kind])) ofKind[kind].Add(rule);
        }
        return new CostRules([.. ofKind.Select(k => k.ToArray())], [.. where], once.Count);
    }

    private static string[] Words(Stories stories, string column) => stories.OfEvents.First(c => c.Name == column).Words;
}
