using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>One thing asked of everyone, or a value held alike: a number for each person, NaN where it is not known; or the group of each.</summary>
/// <param name="Name">In words.</param>
/// <param name="IsHeld">True for a value held alike.</param>
/// <param name="Values">A thing: 1 or 0. A number: itself. Empty for groups.</param>
/// <param name="IsNumber">True for numbers.</param>
/// <param name="Groups">The groups of an attribute, with a title for each; null for things and numbers.</param>
sealed record AskedFactor(string Name, bool IsHeld, double[] Values, bool IsNumber, Groups? Groups)
{
    public bool IsKnown(int person) => Groups is not null || !double.IsNaN(Values[person]);
}

/// <summary>Asks what a model of coming back needs of everyone.</summary>
static class AskedFactors
{
    /// <summary>Values held alike first, so that of two that are one the thing asked goes; then each thing in order.</summary>
    public static Outcome<IReadOnlyList<AskedFactor>> Of(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting)
    {
        List<AskedFactor> asked = [];
        foreach (CohortText text in measure.With)
        {
            if (text.Value(drawn.Stories, setting.Also, drawn.IndexDay).Refused(out Refusal? why, out StoryColumn? column)) return why;
            if (column.Value == StoryValue.Day) return PeopleRefusals.NotANumber(measure.Id, text.Written);
            string name = PeopleWords.Capital(text.InWords);
            if (column.Value == StoryValue.Number) asked.Add(new(name, true, column.Numbers, true, null));
            else if (column.Value == StoryValue.Flag) asked.Add(new(name, true, Array.ConvertAll(column.Codes, c => c < 0 ? double.NaN : column.Words[c] == "true" ? 1 : 0), false, null));
            else
            {
                if (Groups.Make(column, drawn.IsIn).Refused(out why, out Groups? groups)) return why;
                asked.Add(new(name, true, [], false, groups with { Labels = [.. groups.Labels.Select(l => setting.Names.Group(text.Written, l))] }));
            }
        }
        foreach (PeopleThing thing in measure.Each)
        {
            if (PeopleAnswers.Of(measure.Id, thing, drawn, setting).Refused(out Refusal? why, out byte[]? answer)) return why;
            asked.Add(new(thing.Name, false, Array.ConvertAll(answer, a => a switch { Answers.Yes => 1.0, Answers.No => 0, _ => double.NaN }), false, null));
        }
        return asked;
    }
}
