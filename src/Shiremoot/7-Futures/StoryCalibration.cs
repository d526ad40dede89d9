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
    private const int Rounds = 3, MostMade = 200_000, LeastMade = 40_000;
    private const ulong Seed = 20_260_401;

    /// <summary>Learns what the stories tell.</summary>
    /// <param name="model">The model as it stands, calibrated.</param>
    /// <param name="stories">Stories of linked people.</param>
    /// <param name="rules">How counts of people are protected.</param>
    /// <param name="place">Name of the place.</param>
    /// <param name="settle">How people are made from a layer over the model, so that weights of ways that hang on a person's past come out right over everyone and not only over those
    /// whose past the records hold; null where people cannot be made: then they are those of the latter.</param>
    internal static Outcome<LearnedModel> Learn(SystemModel model, Stories stories, DisclosureRules rules, string place, (Func<string, Outcome<SystemModel>> Over, GenerateSettings Settings)? settle = null)
    {
        StageSigns signs = new(model);
        if (signs.Offence < 0 || signs.IsSilent(signs.Offence)) return Refusals.NoCases();
        StorySteps steps = new(stories, model, signs);
        if (steps.Until <= steps.From) return Refusals.NothingToLearnFrom(place);
        double years = (steps.Until - steps.From) / 365.25, quiet = Math.Min(MostQuiet, years / 2);
        int quietUntil = steps.From + (int)(quiet * 365.25);
        StageWalk walk = new(model, signs, steps.From, steps.Until, quietUntil);
        foreach (WalkedPerson person in steps.People()) walk.Walk(person);
        StageRows rows = walk.Rows;
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
        LearnedModel Now() => new(place, stories.Origin, rules.Protect(new RawCount(rows.People)), Math.Round(years, 1), Math.Round(quiet, 1), [.. found.Numbers], found.Kept);
        if (settle is { } making)
        {
            for (int round = 0; round < Rounds; round++)
            {
                if (making.Over(Now().Yaml).Refused(out Refusal? why, out SystemModel? made)) return why;
                Settle(model, signs, found, Longest, ways, rows, made, making.Settings, Math.Clamp((int)Math.Round(years), 1, Calibration.LongestYears));
            }
        }
        return Now();
    }

    // Weights of ways that hang on the past were learned from people whose past the records hold, who have little of it. People made from them are set beside everyone: where a way is
    // taken too seldom, its weight rises by as much.
    private static void Settle(SystemModel model, StageSigns signs, LearnedNumbers found, Func<int, double> longest, WaysOn ways, StageRows seen, SystemModel made, GenerateSettings settings, int years)
    {
        IReadOnlyList<StageRows> parts = LivesWalk.Walk(made, settings, Math.Clamp(4 * seen.People, LeastMade, MostMade), years, Seed);
        (int from, int until) = LivesWalk.Window(settings, years);
        WaysOn ofMade = new(model, signs, from, until);
        for (int stage = 0; stage < model.Stages.Count; stage++)
        {
            ModelStage its = model.Stages[stage];
            string Name(int route) => its.Routes[route].To < 0 ? "leaves" : model.Stages[its.Routes[route].To].Id;
            int[] learned = [.. Enumerable.Range(0, its.Routes.Count).Where(r => found.HasShare(its.Id, Name(r)))];
            if (learned.Length == 0 || !its.Routes.Any(r => WaysOn.HangsOnPast(model, r))) continue;
            int against = Enumerable.Range(0, its.Routes.Count).First(r => found.Kept.Any(k => k.What == $"{its.Id} to {Name(r)}" && k.Why == HeldAgainst));
            (int Rows, int People)[] real = ways.Counts(stage, seen.Choices[stage], longest), ours = ofMade.Counts(stage, [.. parts.SelectMany(p => p.Choices[stage])], longest);
            if (real.Length == 0 || ours.Length == 0 || real[against].People < WaysOn.FewestPeople || ours[against].People < WaysOn.FewestPeople) continue;
            // All of the stage move together: what chance the few of the one way have among those made is then in none of the others beside each other.
            foreach (int r in learned)
                if (real[r].People >= WaysOn.FewestPeople && ours[r].People >= WaysOn.FewestPeople) found.Scale(its.Id, Name(r), (double)real[r].Rows / real[against].Rows * ours[against].Rows / ours[r].Rows);
        }
    }

    /// <summary>Why a way keeps its weight beside which the others of its stage are learned.</summary>
    internal const string HeldAgainst = "is what the others are held against";
}
