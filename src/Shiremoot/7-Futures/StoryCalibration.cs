using System.Globalization;
using Shiremoot.Futures.Learning;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Futures;

/// <summary>
/// Finds numbers of a model in the stories of a place's own people: shares of ways on, lengths of stays and sentences, who comes in. What records cannot tell, what too few people
/// tell, and what no record shows stays as it was, and is listed with the reason. Method: docs/methods/learning-from-stories.md.
/// </summary>
public static class StoryCalibration
{
    private const double MostQuiet = 5;

    /// <summary>Learns what the stories tell.</summary>
    /// <param name="model">The model as it stands, calibrated.</param>
    /// <param name="stories">Stories of linked people.</param>
    /// <param name="rules">How counts of people are protected.</param>
    /// <param name="place">Name of the place.</param>
    public static Outcome<LearnedModel> Learn(SystemModel model, Stories stories, DisclosureRules rules, string place)
    {
        StageSigns signs = new(model);
        if (signs.Offence < 0 || signs.IsSilent(signs.Offence)) return Refusals.NoCases();
        StorySteps steps = new(stories, model, signs);
        if (steps.Until <= steps.From) return Refusals.NothingToLearnFrom(place);
        double years = (steps.Until - steps.From) / 365.25, quiet = Math.Min(MostQuiet, years / 2);
        int quietUntil = steps.From + (int)(quiet * 365.25);
        StageRows rows = new StageWalk(model, signs, steps, quietUntil).Walk(stories);
        if (rows.People < WaysOn.FewestPeople) return Refusals.TooFewToLearnFrom(place, WaysOn.FewestPeople);
        LearnedNumbers found = new(model, rules);
        Dictionary<int, double> longest = [];
        for (int stage = 0; stage < model.Stages.Count; stage++)
        {
            ModelStage its = model.Stages[stage];
            if (!signs.IsSilent(stage) && !stories.Kinds.Contains(model.Kinds[signs.Sign[stage].Kind]) && stage != signs.Offence) found.Keep(its.Id, "no record shows this stage");
            if (its.Days is { } days)
            {
                LearnedLength length = LengthsOf.Stays(days, rows.Waits[stage], steps.From, steps.Until);
                longest[stage] = WaysOn.Longest(length.Found?.Lasts ?? days);
                found.Length(its.Id, "days", days, length);
            }
            if (its.Sentence is { } sentence) found.Length(its.Id, "sentence", sentence, LengthsOf.Recorded(sentence, rows.Sentences[stage]));
            if (its.Served > 0) found.Served(its, rows.Served[stage]);
        }
        WaysOn ways = new(model, signs, steps.From, steps.Until);
        double Longest(int stage) => longest.TryGetValue(stage, out double known) ? known : 0;
        for (int stage = 0; stage < model.Stages.Count; stage++)
            if (model.Stages[stage].Routes.Count > 1)
            {
                if (found.HasShares(stage)) found.Ways(stage, ways.Of(stage, rows.Choices[stage], Longest));
                else found.Keep($"{model.Stages[stage].Id}: ways on", "are probabilities, with what is left of 1 leaving unseen");
            }
        found.First(FirstContacts.Of(rows.First, quietUntil, steps.Until));
        found.KeepUnseen();
        return new LearnedModel(place, stories.Origin, rules.Protect(new RawCount(rows.People)), Math.Round(years, 1), Math.Round(quiet, 1), found.Numbers, found.Kept);
    }
}
