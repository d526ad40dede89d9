using System.CommandLine;
using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>evidence PLACE [ID] [--find WORDS]: the evidence register: its entries, or one with all that is known of it.</summary>
static class EvidenceVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string?> id = new("ID") { Description = "An entry to show in full; none lists them", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> find = new("--find") { Description = "List the entries that hold all of these words" };
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("evidence", "What is known to work, and how well it is known") { place, id, find, store, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), null, args.GetValue(json), shire =>
        {
            if (shire.EvidenceRegister.Refused(out Refusal? why, out EvidenceRegister? register)) return Door.Refuse(why, args.GetValue(json));
            return args.GetValue(id) is { } named ? One(register, named, args.GetValue(json)) : List(args.GetValue(find) is { } words ? register.Search(words) : register.Entries, args.GetValue(json));
        }));
        return verb;
    }

    private static int List(IReadOnlyList<RegisterEntry> entries, bool json)
    {
        if (json) Door.Print(entries.Select(Json));
        else if (entries.Count == 0) Console.Out.WriteLine("No entry has all of these words.");
        foreach (IGrouping<string, RegisterEntry> group in json ? [] : entries.GroupBy(e => e.Intervention))
        {
            Console.Out.WriteLine(group.Key);
            foreach (RegisterEntry e in group) Console.Out.WriteLine($"  {e.Id,-38} {e.Outcome}: {e.InWords()}; quality {e.Quality} of 5{(e.IsVerified ? "" : "; not verified")}{(e.IsLocal ? "; of this place" : "")}");
        }
        if (!json && entries.Count > 0) Console.Out.WriteLine(entries.UseInWords());
        return Door.Done;
    }

    private static int One(EvidenceRegister register, string id, bool json)
    {
        if (register.Entry(id).Refused(out Refusal? why, out RegisterEntry? entry)) return Door.Refuse(why, json);
        RegisterCombined? combined = null;
        Refusal? notCombined = null;
        if (entry.IsLocal && !register.Combine(entry).Refused(out notCombined, out RegisterCombined? shrunk)) combined = shrunk;
        if (json) Door.Print(new { entry = Json(entry), combined = combined is null ? null : Json(combined), notCombined });
        else Tell(entry, combined, notCombined);
        return Door.Done;
    }

    private static void Tell(RegisterEntry e, RegisterCombined? combined, Refusal? notCombined)
    {
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("", e.Title), ("Intervention", e.Intervention), ("For", e.Population), ("Outcome", e.Outcome), ("Effect", e.InWords()), ("Rests on", $"{e.Design}{(e.Studies is { } n ? string.Create(CultureInfo.InvariantCulture, $", {n} studies") : "")}; quality {e.Quality} of 5 (Maryland scale)"),
                ("Worked out", e.Derived), ("Followed for", e.FollowUp), ("Where", $"{e.Place}, {e.Year}"), ("Source", $"{e.Source} {e.Reference}"), ("Verified", e.IsVerified ? "yes: the figure was read in the source or its abstract, or worked out from figures read there" : "no"), ("Read", e.Read), ("Note", e.Note),
                ("Used by", e.HasInterval ? $"other files, as {EvidenceRegister.Prefix}{e.Id}" : "no other file, for it has no interval"), ("File", e.File)])
        {
            if (value.Length == 0) continue;
            Console.Out.WriteLine(name.Length == 0 ? value : $"{name}: {value}");
        }
        if (notCombined is not null) Console.Out.WriteLine($"Not combined with what is published: {notCombined.Says} {notCombined.Try}");
        if (combined is null) return;
        (double value1, double lower, double upper) = combined.Effect.Shown();
        Console.Out.WriteLine($"With what is published: {e.Scale.Write(value1)} (95% interval {e.Scale.Write(lower)} to {e.Scale.Write(upper)})");
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {100 * combined.LocalWeight:0.0}% of it is this place's result"));
        foreach ((RegisterEntry published, double weight) in combined.Published) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {100 * weight:0.0}% of it is {published.Id}"));
        foreach (string note in combined.Notes) Console.Out.WriteLine($"  {note}");
    }

    private static object Json(RegisterEntry e) => new
    {
        e.Id,
        e.Title,
        e.Intervention,
        e.Population,
        e.Outcome,
        measure = e.Scale.Says(),
        effect = Shown(e, e.Effect),
        lower = Shown(e, e.HigherIsBetter ? e.Upper : e.Lower),
        upper = Shown(e, e.HigherIsBetter ? e.Lower : e.Upper),
        interval = e.IntervalIs(),
        derived = e.Derived,
        e.Confidence,
        published = new { e.Effect, e.Lower, e.Upper, higherIsBetter = e.HigherIsBetter },
        e.Spread,
        e.Studies,
        followUp = e.FollowUp,
        e.Design,
        e.Quality,
        e.Place,
        e.Year,
        e.Source,
        e.Reference,
        read = e.Read,
        e.Note,
        verified = e.IsVerified,
        local = e.IsLocal,
        e.File,
    };

    private static object Json(RegisterCombined c)
    {
        (double value, double lower, double upper) = c.Effect.Shown();
        return new
        {
            value,
            lower,
            upper,
            scale = c.Effect.Scale,
            mean = c.Effect.Mean,
            standardError = c.Effect.StandardError,
            localWeight = c.LocalWeight,
            prior = new { c.Prior.Mean, c.Prior.Error },
            c.Tau,
            published = c.Published.Select(p => new { p.Entry.Id, weight = p.Weight }),
            verified = c.Effect.IsVerified,
            c.Notes,
        };
    }

    private static double? Shown(RegisterEntry entry, double? published) => published is { } p ? entry.Shown(p) : null;
}
