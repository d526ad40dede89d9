using Shiremoot.Futures.Learning;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>What orders, prisons, health, housing and children's services hold: spans and streams of contacts.</summary>
static class Contacts
{
    private const int None = RecordedPerson.None;

    /// <summary>
    /// Starts a year while a kind of contact may come, of people with a record of a justice agency. Where only those with a need have it, from a person's first contact on: it shows the
    /// need, and what comes after does not depend on when it came. Nobody has two at once: time in one does not count.
    /// </summary>
    public static Estimated PerYear(MadeRun run, string kind, double fromAge, double untilAge, bool sinceFirst)
    {
        Waits waits = new();
        foreach (RecordedPerson person in run.People.Where(p => p.FirstJustice != None && p.Birth != None))
        {
            double from = Math.Max(run.From, person.Birth + (fromAge * 365.25)), until = Math.Min(run.Until, person.Birth + (untilAge * 365.25));
            bool begun = !sinceFirst;
            foreach (RecordedSpan span in person.Spans.Where(s => s.Kind == kind && s.Start >= from && s.Start < until).OrderBy(s => s.Start))
            {
                if (begun) waits.Add(span.Start - from, true, person.Number);
                (begun, from) = (true, span.End == None ? kind is "homelessness-duty" ? until : span.Start : span.End);
            }
            if (begun && until > from) waits.Add(until - from, false, person.Number);
        }
        return waits.Rate().Through(r => r * 365.25);
    }

    /// <summary>The mean of an exponential length. The room cuts lengths to whole days: half a day is put back to those that are over.</summary>
    public static Estimated Lasts(MadeRun run, string kind, string disposal = "", bool isWhole = true)
    {
        Waits waits = new();
        foreach (RecordedPerson person in run.People)
        {
            foreach (RecordedSpan span in person.Spans.Where(s => s.Kind == kind && s.Start >= run.From && (disposal.Length == 0 || Order(person, s.Start) == disposal)))
                waits.Add(span.End == None ? run.Until - span.Start : span.End - span.Start + (isWhole ? 0.5 : 0), span.End != None, person.Number);
        }
        return waits.ExponentialMean();
    }

    /// <summary>The share of orders with a thing that begins the same day.</summary>
    public static Estimated With(MadeRun run, string kind, string disposal)
    {
        long with = 0, all = 0;
        foreach (RecordedPerson person in run.People)
        {
            foreach (RecordedSpan order in person.Spans.Where(s => s.Kind == "probation-supervision" && s.Disposal == disposal))
            {
                all++;
                if (person.Spans.Any(s => s.Kind == kind && s.Start == order.Start)) with++;
            }
        }
        return Estimated.Share(with, all);
    }

    /// <summary>From the beginning of an order to its breach, of orders breached that began long enough before the end.</summary>
    public static Estimated DaysToBreach(MadeRun run)
    {
        Waits waits = new();
        foreach (RecordedPerson person in run.People)
        {
            foreach (RecordedSpan breach in person.Spans.Where(s => s.Kind == "breach"))
            {
                int began = person.Spans.Where(s => s.Kind == "probation-supervision" && s.Start <= breach.Start).Select(s => s.Start).DefaultIfEmpty(None).Max();
                if (began != None && began <= run.Until - 1100) waits.Add(breach.Start - began, true, person.Number);
            }
        }
        return waits.ExponentialMean();
    }

    /// <summary>From release to recall, of those recalled who were released long enough before the end.</summary>
    public static Estimated DaysToRecall(MadeRun run)
    {
        Waits waits = new();
        foreach (RecordedPerson person in run.People)
        {
            foreach (RecordedSpan recall in person.Spans.Where(s => s is { Kind: "custody-spell", Status: "RECALL" }))
            {
                int released = person.Spans.Where(s => s is { Kind: "custody-spell", Status: "SENTENCED" } && s.End != None && s.End <= recall.Start).Select(s => s.End).DefaultIfEmpty(None).Max();
                if (released != None && released <= run.Until - 700) waits.Add(recall.Start - released, true, person.Number);
            }
        }
        return waits.ExponentialMean();
    }

    private static string Order(RecordedPerson person, int day) => person.Spans.FirstOrDefault(s => s.Kind == "probation-supervision" && s.Start == day).Disposal ?? "";
}
