using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>What a reader asks: a scenario with numbers of their own, over so many years. All of it stands in the address, so that a link keeps it.</summary>
/// <param name="Id">The scenario's file without its ending; empty for the place as it goes on.</param>
/// <param name="Scenario">The scenario; null for the place as it goes on.</param>
/// <param name="Years">Years to follow.</param>
/// <param name="Set">Numbers the reader set, by name; a number left as the scenario has it is not among them.</param>
public sealed record FutureChoice(string Id, Scenario? Scenario, int Years, IReadOnlyDictionary<string, double> Set)
{
    public const int UsualYears = 10;
    public const string Prefix = "n-";
    public static readonly IReadOnlyList<int> OfferedYears = [5, 10, 15];

    public static FutureChoice AsThingsAre { get; } = new("", null, UsualYears, new Dictionary<string, double>());

    /// <summary>What of the choice an address must say: ?years=5&amp;n-share=0.5, or nothing.</summary>
    public string Query
    {
        get
        {
            IEnumerable<string> parts = Set.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Uri.EscapeDataString(s.Key)}={s.Value:R}"));
            string all = string.Join('&', Years == UsualYears ? parts : parts.Prepend($"years={Years}"));
            return all.Length == 0 ? "" : "?" + all;
        }
    }

    /// <summary>The choice in one word, as the address of a comparison names it: id?n-share=0.5.</summary>
    public string Of => Id + Query;

    public string Href => $"/futures/scenarios/{Uri.EscapeDataString(Id)}{Query}";

    /// <summary>Two choices with one mark ask the same.</summary>
    public string Mark => $"{Of}/{(Scenario is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Scenario.Text)))[..16])}";

    /// <summary>The question the library is asked.</summary>
    /// <param name="how">How finely.</param>
    /// <param name="threads">Threads at once.</param>
    /// <param name="stop">Stops it.</param>
    public WhatIf Question(Sharpness how, int threads, CancellationToken stop) =>
        new(Scenario, new() { Years = Years, WarmUpYears = Sharpness.WarmUpYears, Runs = how.Runs, Worlds = how.Worlds, Threads = threads, Stop = stop }) { Set = Set, WayRuns = how.WayRuns, HomeRuns = Scenario is null ? 0 : how.HomeRuns, EngineRuns = Scenario is null ? how.EngineRuns : 0 };

    /// <summary>The value a number has in this choice.</summary>
    public double ValueOf(ScenarioNumber number) => Set.TryGetValue(number.Name, out double value) ? value : number.Value;

    /// <summary>Reads a choice from an address, with a line for each fault: the field it lies in and what is wrong.</summary>
    public static (FutureChoice Choice, IReadOnlyList<(string Field, string Says)> Faults) Read(string id, Scenario scenario, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        Dictionary<string, double> set = new(StringComparer.Ordinal);
        List<(string, string)> faults = [];
        int years = UsualYears;
        foreach ((string key, StringValues given) in query)
        {
            string text = given.ToString().Trim();
            if (key == "years" && text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out years) || !OfferedYears.Contains(years)))
            {
                faults.Add(("years", $"Years must be one of {string.Join(", ", OfferedYears)}"));
                years = UsualYears;
            }
            if (!key.StartsWith(Prefix, StringComparison.Ordinal) || text.Length == 0) continue;
            if (scenario.Numbers.FirstOrDefault(n => n.Name == key[Prefix.Length..]) is not { } number)
            {
                faults.Add(("", $"The scenario has no number '{key[Prefix.Length..]}'; the address may be of an earlier form of it"));
                continue;
            }
            (double from, double to) = number.Slider;
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !(value >= from && value <= to))
                faults.Add((key, string.Create(CultureInfo.InvariantCulture, $"{number.Title} must be a number from {from:0.####} to {to:0.####}")));
            else if (value != number.Value) set[number.Name] = value;
        }
        return (new(id, scenario, years, set), faults);
    }

    /// <summary>Reads a choice from one word, as <see cref="Of"/> writes it; of nothing, the place as it goes on.</summary>
    public static Outcome<FutureChoice> Read(Shire shire, string of)
    {
        if (of.Length == 0) return AsThingsAre;
        string[] parts = of.Split('?', 2);
        if (shire.FindScenario(parts[0]).Refused(out Refusal? why, out Scenario? scenario)) return why;
        (FutureChoice choice, IReadOnlyList<(string, string Says)> faults) = Read(parts[0], scenario, QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : ""));
        return faults.Count == 0 ? choice : Refusals.NumberNotUsable(faults[0].Says + ".");
    }
}
