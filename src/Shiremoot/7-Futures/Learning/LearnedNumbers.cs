using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Futures.Learning;

/// <summary>Gathers what was learned under the keys of model.yaml, and what stays as it was.</summary>
internal sealed class LearnedNumbers(SystemModel model, DisclosureRules rules)
{
    private readonly List<LearnedNumber> numbers = [];
    private readonly List<KeptNumber> kept = [];

    public IReadOnlyList<LearnedNumber> Numbers => numbers;

    public IReadOnlyList<KeptNumber> Kept => kept;

    public void Keep(string what, string why) => kept.Add(new(what, why));

    /// <summary>The ways on from a stage are written as shares, which count against each other.</summary>
    public bool HasShares(int stage) => model.Coefficients.ContainsKey(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"stages[{stage + 1}].to[1].share"))
        && model.Stages[stage].Routes.Select(r => r.To).Distinct().Count() == model.Stages[stage].Routes.Count;

    public void Length(string stage, string key, Lasting was, LearnedLength found)
    {
        if (found.Found is not { } fit)
        {
            Keep($"{stage}: {key}", found.Why);
            return;
        }
        bool isSame = fit.Lasts.Shape == was.Shape;
        string spread = fit.Lasts.Shape switch { LastingShape.Weibull => "shape", LastingShape.LogNormal => "sigma", _ => "" };
        Add(stage, "", $"{key}.{NameOf(fit.Lasts.Shape)}", fit.Mean with { Value = fit.Lasts.Mean }, found.People, was.Mean);
        if (spread.Length > 0) Add(stage, "", $"{key}.{spread}", fit.Spread, found.People, isSame ? was.Spread : null);
        else if (fit.Lasts.Shape == LastingShape.Uniform) Keep($"{stage}: {key}, half_width", "the ends of even lengths are the longest and the shortest of anybody");
    }

    public void Served(ModelStage stage, List<(int Person, int Served, int Passed)> seen)
    {
        int people = seen.Select(s => s.Person).Distinct().Count();
        if (people < WaysOn.FewestPeople) Keep($"{stage.Id}: served", people == 0 ? "no record shows it" : $"fewer than {WaysOn.FewestPeople} people");
        else if (LengthsOf.Share(seen) is { Value: > 0 and <= 1 } share) Add(stage.Id, "", "served", share, people, stage.Served);
        else Keep($"{stage.Id}: served", "more days are recorded as served than were passed");
    }

    public void Ways(int stage, LearnedWays found)
    {
        ModelStage its = model.Stages[stage];
        foreach (LearnedWay way in found.Ways)
        {
            Route route = its.Routes[way.Route];
            string to = route.To < 0 ? "leaves" : model.Stages[route.To].Id;
            Add(its.Id, to, "share", way.Share, way.People, route.Share);
            foreach ((int covariate, Estimated odds) in way.Odds)
                Add(its.Id, to, "odds." + model.Covariates[covariate], odds, way.People, Math.Exp(route.Odds.Where(t => t.Covariate == covariate).Sum(t => t.LogOdds)));
        }
        foreach ((string what, string why) in found.Kept) Keep(what, why);
    }

    /// <summary>Moves the weight of a way, with its limits.</summary>
    public void Scale(string stage, string way, double factor)
    {
        int at = numbers.FindIndex(n => n.Stage == stage && n.Way == way && n.Key == "share");
        if (at >= 0) numbers[at] = numbers[at] with { Value = numbers[at].Value * factor, Lower = numbers[at].Lower * factor, Upper = numbers[at].Upper * factor };
    }

    public bool HasShare(string stage, string way) => numbers.Exists(n => n.Stage == stage && n.Way == way && n.Key == "share");

    public void First(FirstContacts first)
    {
        const string Arrivals = "people who come in a year";
        if (first.People < WaysOn.FewestPeople) Keep(Arrivals, $"fewer than {WaysOn.FewestPeople} people");
        else if (model.Arrivals is { TotalStage: >= 0 }) Keep(Arrivals, "the model gives them by how often a stage is entered");
        else Add("", "", "per_year", first.PerYear, first.People, model.Arrivals?.PerYear);
        if (first.Season.Count == 0) Keep("season of those who come in", $"fewer than {WaysOn.FewestPeople} people in a month");
        else if (first.SeasonP >= 0.01) Keep("season of those who come in", "months differ no more than chance makes them");
        else if (model.Arrivals is { TotalStage: >= 0 }) Keep("season of those who come in", "the model gives arrivals by how often a stage is entered");
        else foreach ((int month, Estimated share) in first.Season.Index()) Add("", "", $"season.{month + 1}", share, first.People, model.Arrivals is { Season.Count: 12 } own ? own.Season[month] : 1);
        if (first.PeopleOfKnownSex < WaysOn.FewestPeople) Keep("women among those who come in", $"fewer than {WaysOn.FewestPeople} of either sex");
        else Add("", "", "women_share", first.Women, first.People, model.Entry.Women);
    }

    /// <summary>What no record shows, whatever the place.</summary>
    public void KeepUnseen()
    {
        if (model.Entry.FrailtySpread > 0) Keep("entry: frailty", "is lasting and unseen: no record shows it");
        if (model.Needs.Count > 0) Keep("needs", "a need is recorded only where somebody looks for it");
        Keep("entry: ages", "left to the targets of generate.yaml, which know them of everyone arrested");
        if (model.OffenceGroups.Count > 1) Keep("offences", "an offence of the same group may be so by chance, and odds of needs are unseen");
        if (model.Contacts.Count > 0) Keep("contacts", "who has them hangs on needs and on what is unseen");
        if (model.Stages.Any(s => s.Records.Any(r => r.Share < 1) || s.Offers.Count > 0)) Keep("records with a share, and offers", "are not learned: whether a thing is recorded is each agency's habit");
    }

    private void Add(string stage, string way, string key, Estimated found, int people, double? was) =>
        numbers.Add(new(stage, way, key, found.Value, found.Lower, found.Upper, rules.Protect(new RawCount(people)), was));

    private static string NameOf(LastingShape shape) => shape switch
    {
        LastingShape.Exponential => "exponential",
        LastingShape.Weibull => "weibull",
        LastingShape.LogNormal => "lognormal",
        LastingShape.Uniform => "uniform",
        _ => "fixed",
    };
}
