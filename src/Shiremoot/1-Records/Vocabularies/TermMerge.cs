namespace Shiremoot.Records.Vocabularies;

/// <summary>Puts a place's entries over the country's and checks the whole: ids, dates, names and references.</summary>
internal static class TermMerge
{
    /// <summary>The country's list with the place's entries in the stead of those with the same id, and its new ones after.</summary>
    public static TermList<T> Merge<T>(List<Entry<T>> country, List<Entry<T>> place, List<string> faults) where T : class, ITerm
    {
        CheckDates(country, faults);
        CheckDates(place, faults);
        HashSet<string> replaced = [.. place.Select(e => e.Value.Term.Id)];
        List<Entry<T>> all = [.. country.Where(e => !replaced.Contains(e.Value.Term.Id)), .. place];
        CheckNames(all, faults);
        return new TermList<T>([.. all.Select(e => e.Value)]);
    }

    /// <summary>A fault for each entry that names something the other list does not hold.</summary>
    public static void CheckReference<T, TTo>(List<Entry<T>> entries, Func<T, string?> names, string key, TermList<TTo> to, List<string> faults)
        where T : class, ITerm where TTo : class, ITerm
    {
        foreach (Entry<T> entry in entries)
        {
            if (names(entry.Value) is not { Length: > 0 } id || to.Has(id)) continue;
            faults.Add($"{entry.File}:{entry.Line}: '{key}: {id}' of '{entry.Value.Term.Id}' is not known; use one of {string.Join(", ", to.All.Select(t => t.Term.Id).Distinct())}.");
        }
    }

    private static void CheckDates<T>(List<Entry<T>> entries, List<string> faults) where T : class, ITerm
    {
        foreach (IGrouping<string, Entry<T>> same in entries.GroupBy(e => e.Value.Term.Id, StringComparer.Ordinal))
        {
            Entry<T>[] some = [.. same];
            for (int i = 0; i < some.Length; i++)
            {
                for (int j = i + 1; j < some.Length; j++)
                {
                    if (some[i].Value.Term.Overlaps(some[j].Value.Term))
                        faults.Add($"{some[j].File}:{some[j].Line}: '{same.Key}' is already at {some[i].File}:{some[i].Line} for the same days; rename one, or close its 'until' where the other's 'from' begins.");
                }
            }
        }
    }

    private static void CheckNames<T>(List<Entry<T>> entries, List<string> faults) where T : class, ITerm
    {
        Dictionary<string, string> idOf = new(StringComparer.OrdinalIgnoreCase);
        foreach (Entry<T> entry in entries)
        {
            Term term = entry.Value.Term;
            foreach (string name in term.Also.Append(term.Title).Append(term.Id).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (idOf.TryAdd(name, term.Id) || idOf[name] == term.Id) continue;
                faults.Add($"{entry.File}:{entry.Line}: the name '{name}' of '{term.Id}' is also a name of '{idOf[name]}'; a name must stand for one thing.");
            }
        }
    }
}
