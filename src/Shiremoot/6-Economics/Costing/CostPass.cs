using System.Collections.Concurrent;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>Asks the stories once: binds prices, years and people, and adds up on several threads.</summary>
static class CostPass
{
    /// <summary>Sets of people who may be asked for side by side: each mix of them is a group of its own.</summary>
    public const int MostCohorts = 8;

    /// <summary>The costs of the people of the question; with each person's own total if asked for, and with what is to be told of each person.</summary>
    public static Outcome<CostSums> Run(CostSetting setting, CostQuestion question, bool totals, Func<CostFrame, Func<HearPerson>>? hear = null)
    {
        Stories stories = setting.Stories;
        if (question.Cohorts.Count > MostCohorts) return Refusals.TooManyCohorts(question.Cohorts.Count, MostCohorts);
        if (CostYears.Of(stories, question.Year, setting.RecordsUntil).Refused(out Refusal? why, out CostYears? years)) return why;
        if (CostPeople.Of(stories, question, years).Refused(out why, out CostPeople? people)) return why;
        if (Frame(setting, question, years, people, totals).Refused(out why, out CostFrame? frame)) return why;
        if (hear is not null) frame = frame with { Hear = hear(frame) };
        return new CostSums(Sum(frame, stories, question.Threads), frame.Cells, years, people, frame.TotalOf);
    }

    /// <summary>The costs of one person, with what was priced.</summary>
    public static Outcome<CostSums> RunOne(CostSetting setting, CostQuestion question, int person, HearPerson hear)
    {
        if (CostYears.Of(setting.Stories, question.Year, setting.RecordsUntil).Refused(out Refusal? why, out CostYears? years)) return why;
        CostPeople people = CostPeople.Everyone;
        if (Frame(setting, question, years, people, totals: false).Refused(out why, out CostFrame? frame)) return why;
        CostKernel kernel = new(frame with { Hear = () => hear });
        kernel.Run(StoryRows.One(setting.Stories, person));
        return new CostSums(kernel.Tally, frame.Cells, years, people, null);
    }

    private static Outcome<CostFrame> Frame(CostSetting setting, CostQuestion question, CostYears years, CostPeople people, bool totals)
    {
        if (PriceTable.Of(setting.Prices, setting.UnitCosts, question with { Kind = CostKind.Fiscal, Basis = CostBasis.Average }, years.All).Refused(out Refusal? why, out PriceTable? fiscal)) return why;
        PriceTable? table = question.Basis == CostBasis.Quantity ? PriceTable.OfQuantities(setting.Prices, years.All) : null;
        if (table is null && PriceTable.Of(setting.Prices, setting.UnitCosts, question, years.All).Refused(out why, out table)) return why;
        if (CostRules.Of(setting.Prices, setting.Stories, setting, Ranks(setting.Prices, fiscal)).Refused(out why, out CostRules? rules)) return why;
        return new CostFrame(rules, new CostCells(setting.Prices, table, years.All, question), years, people.GroupOf, people.Groups, people.From, people.Until, totals ? new long[setting.Stories.PeopleCount] : null);
    }

    private static CostTally Sum(CostFrame frame, Stories stories, int threads)
    {
        ConcurrentBag<CostKernel> all = [], free = [];
        StoryRows.Each(stories, null, rows =>
        {
            if (!free.TryTake(out CostKernel? kernel)) all.Add(kernel = new CostKernel(frame));
            kernel.Run(rows);
            free.Add(kernel);
        }, threads: threads);
        CostTally sum = new(frame.Groups, frame.Cells.Count, frame.Quantities, frame.Rules.OfKind.Length);
        foreach (CostKernel kernel in all) sum.Add(kernel.Tally);
        return sum;
    }

    // The dearest first in rank; of two that cost the same, the one written first.
    private static int[] Ranks(EventPrices prices, PriceTable fiscal)
    {
        int[] ranks = new int[prices.Priced.Count];
        int[] order = [.. Enumerable.Range(0, ranks.Length).OrderBy(r => fiscal.Parts.Where(p => p.Rule == r).Sum(p => p.Each[^1])).ThenByDescending(r => r)];
        for (int i = 0; i < order.Length; i++) ranks[order[i]] = i;
        return ranks;
    }
}
