using Shiremoot.Evidence;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Appraising;

/// <summary>Reads one outcome of an option: how often it happens, what the option does to that, and what one fewer is worth to whom.</summary>
internal static class OutcomeReading
{
    private const double Unbounded = double.PositiveInfinity;

    private static readonly (string, EffectForm)[] Forms = [("share avoided", EffectForm.ShareAvoided), ("units avoided", EffectForm.UnitsAvoided)];

    public static void Read(MapNode map, OptionDraft draft, List<OptionOutcome> outcomes, List<OptionValue> values)
    {
        string id = map.Text("id");
        map.TextOr("note");
        if (outcomes.Any(o => o.Id == id)) map.Fault("id", $"'{id}' is there twice; rename one.");
        AssumptionReading read = draft.Assumptions;
        int Share(string key) => read.Read(map, key, $"{id}: {key.Replace('_', ' ')}", 0, 1);
        int chance = Share("chance");
        EffectForm form = map.Choice("effect_is", Forms);
        int effect = Effect(map, id, draft, chance, ref form);
        int baseline = read.Read(map, "baseline", $"{id}: baseline", 0, Unbounded);
        if (baseline < 0 && form != EffectForm.UnitsAvoided) map.Fault("baseline", "is missing; add how often it happens to a person in a year without the option: 'baseline: { value: …, source: … }'.");
        if (baseline >= 0 && form == EffectForm.UnitsAvoided) map.Fault("baseline", "is not used where the effect is in units avoided; leave it out.");
        (int lag, int lasts) = (map.WholeOr("lag") ?? 0, map.WholeOr("lasts") ?? 1);
        if (lag < 0) map.Fault("lag", $"is {lag}; write the whole years before the first effect, 0 or more.");
        if (lasts < 1) map.Fault("lasts", $"is {lasts}; write the whole years a person's effect lasts, 1 or more.");
        (double bias, string biasOf) = draft.Optimism(map);
        if (bias > 1) map.Fault("optimism", "takes away more than the whole of a benefit; use a grade of 1 or less.");
        OptionOutcome outcome = new(
            id, map.Text("title"), map.Text("unit"), form, effect, baseline, chance, Share("need"), Share("deadweight"), Share("attribution"),
            Share("displacement"), Share("substitution"), Share("leakage"), Share("drop_off"), Share("fade"), Math.Max(0, lag), Math.Clamp(lasts, 1, 1000),
            draft.ByYear(map, "ramp", _ => 1, lastGoesOn: true), bias, biasOf, map.Flag("offence"), map.Choice("discounted", ("standard", false), ("health", true)));
        if (outcome.Ramp.Any(r => r > 1)) map.Fault("ramp", "has a share above 1; it says what part of the full effect the option has in each of its years.");
        if (outcome.Deadweight >= 0 && read.Inputs[outcome.Deadweight].Value > 0 && form is not (EffectForm.ShareAvoided or EffectForm.UnitsAvoided))
            draft.Note($"'{id}': its effect is from a comparison, which already leaves out what would have happened anyway; a deadweight besides takes that away twice unless it is for something else.");
        outcomes.Add(outcome);
        foreach (MapNode value in map.Maps("values")) ValueReading.Read(value, outcomes.Count - 1, id, draft, values);
        if (!outcome.IsHealth) return;
        int at = outcomes.Count - 1;
        if (values.All(v => v.Outcome != at || v.Kind != CostKind.Social)) map.Fault("discounted", "is 'health', but the outcome has no social value; the schedule for health is for years of life and health, not for money. Leave it out.");
        if (values.Any(v => v.Outcome == at && v.Kind != CostKind.Social)) draft.Note($"'{id}': its social value is discounted as health is; what agencies save and what the economy gains is money, and is discounted as money.");
    }

    private static int Effect(MapNode map, string id, OptionDraft draft, int chance, ref EffectForm form)
    {
        string? asked = map.TextOr("evidence_outcome");
        if (!map.IsScalar("effect") || !map.Text("effect").StartsWith(EvidenceRegister.Prefix, StringComparison.Ordinal))
        {
            int stated = draft.Assumptions.Need(map, "effect", $"{id}: effect", -Unbounded, form == EffectForm.ShareAvoided ? 1 : Unbounded);
            if (stated >= 0 && !draft.Assumptions.SaysHowSure(stated)) map.Fault("effect", "has no uncertainty; add 'distribution:' with its numbers, or 'distribution: fixed' where it is truly known.");
            return stated;
        }
        string named = map.Text("effect");
        if (draft.Sources.Evidence(named).Refused(out Refusal? why, out RegisterEffect? found))
        {
            map.Fault("effect", $"cannot be used: {why.Says} {why.Try}");
            return -1;
        }
        if (asked is null) map.Fault("evidence_outcome", $"is missing; write 'evidence_outcome: {found.Outcome}', so that a change of the register cannot pass unseen.");
        else if (!string.Equals(asked, found.Outcome, StringComparison.OrdinalIgnoreCase)) map.Fault("evidence_outcome", $"is '{asked}', but {named} is an effect on {found.Outcome}; choose another entry or another outcome.");
        if (map.Has("effect_is")) map.Fault("effect_is", "is for stated effects; that of the register says itself what it is.");
        switch (found.Scale)
        {
            case RegisterScale.LogOddsRatio: form = EffectForm.LogOddsRatio; break;
            case RegisterScale.Points: form = EffectForm.Points; break;
            case RegisterScale.LogRiskRatio or RegisterScale.LogRelativeChange: form = EffectForm.LogRatio; break;
            default: map.Fault("effect", "is in standard deviations, which say nothing of a number of cases; use an entry with a ratio, points or per cent."); break;
        }
        if (chance < 0 && form is EffectForm.LogOddsRatio or EffectForm.Points && !map.Has("chance"))
            map.Fault("chance", "is missing; odds and points work on the share of people to whom it happens at all: 'chance: { value: 0.56, source: … }'.");
        if (!found.IsVerified) draft.Note($"{named}: the figure was not read in its source.");
        int there = draft.Assumptions.Inputs.ToList().FindIndex(i => i.Name == named);
        return there >= 0 ? there : draft.Assumptions.Add(new(named, found.Mean, Distribution.Normal(found.Mean, found.StandardError), -Unbounded, Unbounded, found.Source, $"On the scale of its study: {found.Scale}."));
    }
}
