using System.CommandLine;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli.Verbs;

/// <summary>effects PLACE [SERVICE...]: what became of the people each service served, beside people like them. With --register nothing is read, and what would be compared is sealed first.</summary>
static class EffectsVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Argument<string[]> services = new("SERVICE") { Description = "Services of the place; all if none is named", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        Option<bool> register = new("--register") { Description = "Write down what the services compare, before their outcomes are read, and read none" };
        Command verb = new("effects", "What became of the people a service served, beside people like them") { place, services, register, store, data, json };
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire => args.GetValue(register) ? Register(shire, args.GetValue(services)!, args.GetValue(json)) : Run(shire, args.GetValue(services)!, args.GetValue(json))));
        return verb;
    }

    private static int Run(Shire shire, string[] ids, bool json)
    {
        List<ServiceEffects> drawn = [];
        if (shire.Services.Refused(out Refusal? why, out IReadOnlyList<ServiceStudy>? known)) return Door.Refuse(why, json);
        foreach (string id in ids.Length > 0 ? ids : [.. known.Select(s => s.Id)])
        {
            if (shire.ServiceOf(id).Refused(out why, out ServiceStudy? study) || shire.DrawService(study).Refused(out why, out ServiceEffects? effects)) return Door.Refuse(why!, json);
            drawn.Add(effects);
        }
        if (json) Door.Print(drawn.Select(ServiceJson.Of));
        else foreach (ServiceEffects effects in drawn) Tell(effects);
        return Door.Done;
    }

    private static int Register(Shire shire, string[] ids, bool json)
    {
        List<(ServiceStudy Study, ServiceStanding Standing)> done = [];
        if (shire.Services.Refused(out Refusal? why, out IReadOnlyList<ServiceStudy>? known)) return Door.Refuse(why, json);
        foreach (string id in ids.Length > 0 ? ids : [.. known.Select(s => s.Id)])
        {
            if (shire.ServiceOf(id).Refused(out why, out ServiceStudy? study) || shire.RegisterService(study).Refused(out why, out ServiceStanding? standing)) return Door.Refuse(why!, json);
            done.Add((study, standing));
        }
        if (json) Door.Print(done.Select(d => new { service = d.Study.Id, d.Study.Title, d.Standing.Registered, d.Standing.Breaches, d.Standing.Entries, d.Standing.Head }));
        else
            foreach ((ServiceStudy study, ServiceStanding standing) in done) Console.Out.WriteLine($"{study.Title}: registered {standing.Registered}. {string.Join(' ', standing.Breaches)}".TrimEnd());
        if (!json && done.Count > 0) Console.Out.WriteLine($"The register has {done[^1].Standing.Entries} entries; keep the hash of its last elsewhere: {done[^1].Standing.Head}");
        return Door.Done;
    }

    private static void Tell(ServiceEffects effects)
    {
        Console.Out.WriteLine(effects.Study.Title);
        Console.Out.WriteLine(effects.Definition);
        if (effects.Standing is { } standing) Console.Out.WriteLine($"  {standing.Says}");
        foreach (OutcomeEffect outcome in effects.Outcomes)
        {
            Console.Out.WriteLine($"  {outcome.Outcome.Name}: {outcome.Sentence}");
            Console.Out.WriteLine($"    {outcome.Served} who had it, {outcome.Others} who had not. {outcome.Caution}");
            foreach (BalanceRow row in outcome.Balance) Console.Out.WriteLine(FormattableString.Invariant($"    {row.Name,-40} {row.Before,6:0.00} {row.After,6:0.00}  {row.Light.ToString().ToLowerInvariant()}"));
            foreach (string note in outcome.Notes) Console.Out.WriteLine($"    Note: {note}");
        }
        if (effects.Engagement is { } engagement) EngagementText.Tell(engagement);
        if (effects.Study.Note.Length > 0) Console.Out.WriteLine($"Note: {effects.Study.Note}");
        Console.Out.WriteLine($"{effects.Period}. {effects.Origin.Says()}. {effects.Rules.Label}");
        Console.Out.WriteLine();
    }
}
