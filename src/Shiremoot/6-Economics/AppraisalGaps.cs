namespace Shiremoot.Economics;

/// <summary>What an appraisal leaves out.</summary>
public static class AppraisalGaps
{
    /// <summary>A sentence for each thing that is in no sum, those of this option first.</summary>
    public static IReadOnlyList<string> NotCounted(this Appraisal a)
    {
        AppraisalOption option = a.Option;
        List<string> says = [];
        foreach ((CostKind kind, string what) in (ReadOnlySpan<(CostKind, string)>)[(CostKind.Fiscal, "saving of agencies"), (CostKind.Economic, "gain of people's earnings or of the economy"), (CostKind.Social, "gain of wellbeing or harm not done")])
            if (option.Values.All(v => v.Kind != kind)) says.Add($"No {what} is valued.");
        foreach (string people in OptionBearer.People)
            if (option.Values.All(v => option.Bearers[v.Bearer].Name != people)) says.Add($"Nothing is counted for {people}.");
        for (int o = 0; o < option.Outcomes.Count; o++)
            if (option.Values.All(v => v.Outcome != o)) says.Add($"{option.Outcomes[o].Title}: counted, and given no worth in pounds.");
        foreach (string outcome in option.Values.Where(v => v.Kind == CostKind.Fiscal && v.Cashable < 0).Select(v => option.Outcomes[v.Outcome].Title).Distinct())
            says.Add($"{outcome}: the file says of no saving that it is cashable, so none is counted as cashable.");
        if (option.Claims.Count > 0) says.Add("What others claim of the option is in no sum.");
        says.Add($"Nothing that happens after {a.Years[^1].Label} is counted.");
        says.Add("Unit costs are averages: an agency that has fewer cases does not save them all.");
        return says;
    }
}
