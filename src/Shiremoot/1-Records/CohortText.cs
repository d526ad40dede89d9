using Shiremoot.Records.Cohorts;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>A condition or a value in the cohort language, read and found well-formed. Language: docs/methods/cohort-language.md.</summary>
public sealed class CohortText
{
    private readonly Syntax syntax;

    private CohortText(string written, Syntax syntax) => (Written, this.syntax) = (written, syntax);

    /// <summary>As it was written.</summary>
    public string Written { get; }

    /// <summary>In plain English.</summary>
    public string InWords => PlainEnglish.Of(syntax);

    /// <summary>The conditions that must all hold, in the order written: the steps of an attrition table.</summary>
    internal IReadOnlyList<Syntax> Steps => syntax is Syntax.And and ? and.All : [syntax];

    /// <summary>Each step as it was written, on one line.</summary>
    internal IReadOnlyList<string> StepsWritten => syntax is Syntax.And and
        ? [.. and.Spans.Select(s => Written[s].ReplaceLineEndings(" ").Trim())]
        : [Written.ReplaceLineEndings(" ").Trim()];

    internal Syntax Syntax => syntax;

    /// <summary>Reads a text; refused with the place and what could have stood there.</summary>
    public static Outcome<CohortText> Read(string written) => Grammar.Read(written).Then<CohortText>(syntax => new CohortText(written, syntax));

    /// <summary>For every person whether the condition holds: 0 no, 1 yes, 2 unknown.</summary>
    internal Outcome<byte[]> Judge(Stories stories, CohortNames also, int[]? indexDay) =>
        Bound(stories, also, indexDay, b => b.Judged(syntax)).Then<byte[]>(c => StoryRows.All(stories, indexDay, c.Of));

    /// <summary>For every person the day; refused if the text is no day.</summary>
    internal Outcome<int[]> Day(Stories stories, CohortNames also, int[]? indexDay) =>
        Bound(stories, also, indexDay, b => b.Bind(syntax)).Then<int[]>(node => node switch
        {
            DayNode day => StoryRows.All(stories, indexDay, day.Of),
            AbsentNode => Columns.Filled(stories.PeopleCount, Days.Unknown),
            _ => CohortRefusals.NotADay(Written),
        });

    /// <summary>For every person the value, as a column named by the text.</summary>
    internal Outcome<StoryColumn> Value(Stories stories, CohortNames also, int[]? indexDay) =>
        Bound(stories, also, indexDay, b => b.Bind(syntax)).Then<StoryColumn>(node => Column(node, stories, indexDay));

    private Outcome<T> Bound<T>(Stories stories, CohortNames also, int[]? indexDay, Func<Binding, T> bind)
    {
        Binding binding = new(stories, also, mayUseIndex: indexDay is not null);
        T bound = bind(binding);
        return binding.Faults.Count > 0 ? CohortRefusals.DoesNotFit(Written, binding.Faults) : Outcome.Of(bound);
    }

    private StoryColumn Column(Node node, Stories stories, int[]? indexDay) => node switch
    {
        NumberNode number => StoryColumn.OfNumbers(Written, StoryRows.All(stories, indexDay, number.Of)),
        DayNode day => StoryColumn.OfDays(Written, StoryRows.All(stories, indexDay, day.Of)),
        TextNode text => StoryColumn.OfWords(Written, StoryRows.All(stories, indexDay, text.Of), text.Words),
        Condition condition => StoryColumn.OfFlags(Written, StoryRows.All(stories, indexDay, rows => Array.ConvertAll(condition.Of(rows), t => t == Truth.Unknown ? -1 : (int)t)), ["false", "true"]),
        _ => StoryColumn.OfWords(Written, Columns.Filled(stories.PeopleCount, -1), []),
    };
}
