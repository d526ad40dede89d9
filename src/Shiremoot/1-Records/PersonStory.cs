using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>What the records say happened to one person, in order of time. It names nobody, and is still a person's record: whoever hands it out writes to the journal first.</summary>
/// <param name="Origin">Whether the person exists.</param>
/// <param name="Events">The first first; those without a day at the end.</param>
public sealed record PersonStory(Origin Origin, IReadOnlyList<StoryEvent> Events);

/// <summary>Something that happened to a person, as the records have it: ids and codes. What is not known is empty or null.</summary>
/// <param name="Kind">Id of the kind of event.</param>
/// <param name="Agency">Id of the agency that recorded it.</param>
/// <param name="Start">The day it happened or began.</param>
/// <param name="End">The day it ended.</param>
/// <param name="Age">Whole years on that day.</param>
/// <param name="Offence">Code of the offence.</param>
/// <param name="Disposal">Id of the disposal.</param>
/// <param name="Provider">Where or by whom, such as the prison.</param>
/// <param name="Area">The area it happened in.</param>
public sealed record StoryEvent(string Kind, string Agency, LocalDate? Start, LocalDate? End, int? Age, string Offence, string Disposal, string Provider, string Area);

public sealed partial class Stories
{
    /// <summary>The story of the person of this number.</summary>
    internal PersonStory StoryOf(int person)
    {
        (int from, int count) = (First[person], First[person + 1] - First[person]);
        int[] kinds = KindCells.Read(from, count), starts = StartCells.Read(from, count), ends = EndCells.Read(from, count);
        int birth = OfPeople.First(c => c.Name == "birth_date").DayCells.Read(person, 1)[0];
        string[][] texts = [.. new[] { "agency", "offence", "disposal", "provider", "area" }.Select(name => Texts(name, from, count))];
        StoryEvent[] events = [.. Enumerable.Range(0, count).Select(e => new StoryEvent(
            Kinds[kinds[e]], texts[0][e], Day(starts[e]), Day(ends[e]), birth == Days.Unknown || starts[e] == Days.Unknown || birth > starts[e] ? null : Days.WholeYears(birth, starts[e]),
            texts[1][e], texts[2][e], texts[3][e], texts[4][e]))];
        return new PersonStory(Origin, [.. events.OrderBy(e => e.Start is null)]);
    }

    private string[] Texts(string name, int from, int count)
    {
        StoryColumn? column = OfEvents.FirstOrDefault(c => c.Name == name && c.Value == StoryValue.Text);
        return column is null ? [.. Enumerable.Repeat("", count)] : Array.ConvertAll(column.CodeCells.Read(from, count), c => c < 0 ? "" : column.Words[c]);
    }

    private static LocalDate? Day(int number) => number == Days.Unknown ? null : Days.Date(number);
}
