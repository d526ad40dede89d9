using NodaTime;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>An event of a story in words: titles in place of ids and codes.</summary>
/// <param name="Stage">Title of the stage.</param>
/// <param name="Kind">Title of the kind of event.</param>
/// <param name="Agency">Title of the agency.</param>
/// <param name="Start">The day it happened or began.</param>
/// <param name="End">The day it ended.</param>
/// <param name="Age">Whole years on that day.</param>
/// <param name="Said">Offence, disposal, place: what else is known, in a line.</param>
public sealed record ToldEvent(string Stage, string Kind, string Agency, LocalDate? Start, LocalDate? End, int? Age, string Said);

/// <summary>Tells a story with the titles of the vocabulary.</summary>
public static class StoryWords
{
    public static IReadOnlyList<ToldEvent> Tell(PersonStory story, Shire shire)
    {
        Vocabulary? words = shire.Vocabulary.Refused(out _, out Vocabulary? read) ? null : read;
        Geography? map = shire.Geography.Refused(out _, out Geography? areas) ? null : areas;
        return [.. story.Events.Select(e => Tell(e, words, map))];
    }

    private static ToldEvent Tell(StoryEvent e, Vocabulary? words, Geography? map)
    {
        EventKind? kind = words is not null && words.EventKinds.TryFind(e.Kind, out EventKind? found) ? found : null;
        string stage = kind is not null && words!.Stages.TryFind(kind.Stage, out Stage? its) ? its.Term.Title : "Other";
        string agency = words is not null && words.Agencies.TryFind(e.Agency, out Agency? sender) ? sender.Term.Title : e.Agency;
        string offence = words is not null && words.TryFindOffence(e.Offence, out Offence? known) ? known.Title : e.Offence;
        string disposal = words is not null && words.Disposals.TryFind(e.Disposal, out Disposal? passed) ? passed.Term.Title : e.Disposal;
        string area = map is not null && e.Area.Length > 0 && map.TryFind(e.Area, out Area? lies) ? lies.Name : e.Area;
        return new(stage, kind?.Term.Title ?? e.Kind, agency, e.Start, e.End, e.Age, string.Join("; ", ((string[])[disposal, offence, e.Provider, area]).Where(s => s.Length > 0)));
    }
}
