using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>calibrate --from-stories: tells what the stories of a place say of its model, and writes the layer.</summary>
static class LearnedRun
{
    public static int Tell(Outcome<LearnedModel> outcome, string? to, bool json)
    {
        if (outcome.Refused(out Refusal? why, out LearnedModel? learned)) return Door.Refuse(why, json);
        if (to is not null && FileOut.WriteText(learned.Yaml, to) is { } notWritten) return Door.Refuse(notWritten, json);
        if (json) Door.Print(Document(learned));
        else Say(learned, to);
        return Door.Done;
    }

    private static void Say(LearnedModel learned, string? to)
    {
        Line($"{learned.Place}: {learned.Numbers.Count} numbers of the model from {learned.Years:0.#} years of stories of {learned.People} {(learned.Origin == Origin.Generated ? "generated people; none is real" : "people")}. {learned.Numbers.Count(n => n.Differs)} differ from the number they replace by more than chance does 19 times in 20.");
        Line($"Number: as the stories have it (95% interval), people it rests on, as it was");
        foreach (LearnedNumber n in learned.Numbers)
            Line($"  {n.Title}: {n.Written(n.Value)} ({n.Written(n.Lower)} to {n.Written(n.Upper)}), {n.People}, {(n.Was is { } was ? n.Written(was) : "none")}{(n.Differs ? "  differs" : "")}");
        Line($"Left as it was:");
        foreach (IGrouping<string, KeptNumber> why in learned.Kept.GroupBy(k => k.Why)) Line($"  {string.Join("; ", why.Select(k => k.What))}: {why.Key}");
        if (to is not null) Line($"Written to {to}.");
    }

    private static object Document(LearnedModel learned) => new
    {
        learned.Place,
        learned.Origin,
        people = learned.People.Shown,
        learned.Years,
        learned.QuietYears,
        numbers = learned.Numbers.Select(n => new { n.Stage, n.Way, n.Key, value = Rounded(n, n.Value), lower = Rounded(n, n.Lower), upper = Rounded(n, n.Upper), people = n.People.Shown, n.Was, n.Differs }),
        kept = learned.Kept.Select(k => new { k.What, k.Why }),
    };

    private static double Rounded(LearnedNumber of, double number) => double.IsFinite(number) ? double.Parse(of.Written(number), CultureInfo.InvariantCulture) : number;

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
