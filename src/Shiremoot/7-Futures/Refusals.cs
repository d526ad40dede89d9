using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What Futures refuses.</summary>
internal static class Refusals
{
    public static Refusal NoGenerateFile(string place) =>
        new("FUTURES-01", $"The place '{place}' has no generate.yaml.", "Write one: docs/how-to/generate-people.md says what it holds; places/west-midlands has an example.");

    public static Refusal NoSuchSet(string set, IReadOnlyList<string> sets) =>
        new("FUTURES-02", $"There is no set of targets '{set}'.", sets.Count == 0 ? "This place has one set: leave --targets out." : $"Choose one of {string.Join(", ", sets)}.") { Of = RefusalOf.Name };

    public static Refusal PeopleOutOfRange(long people, long most) =>
        new("FUTURES-03", string.Create(CultureInfo.InvariantCulture, $"{people:N0} people cannot be made."), string.Create(CultureInfo.InvariantCulture, $"Ask for 1 to {most:N0} people.")) { Of = RefusalOf.Question };

    public static Refusal YearsOutOfRange(int years, int most) =>
        new("FUTURES-04", $"{years} years cannot be made.", $"Ask for 1 to {most} years.") { Of = RefusalOf.Question };

    public static Refusal NoExactAnswer(string because) =>
        new("FUTURES-05", $"This model has no exact answer for the long run: {because}.", "Use the people engine: ./shiremoot simulate MODEL.yaml.") { Of = RefusalOf.Question };

    public static Refusal NeverSettles(string stage, double offered, int servers) =>
        new("FUTURES-06", string.Create(CultureInfo.InvariantCulture, $"'{stage}' is asked for {offered:0.##} servers and has {servers}: its line grows without end."), "Give it more servers, or send it fewer people; the people engine shows how the line grows.") { Of = RefusalOf.Question };

    public static Refusal NoArrivals() =>
        new("FUTURES-07", "The model does not say how many people come in.", "Add 'arrivals: { per_year: 40000 }' to it, or how often a stage is entered: 'arrivals: { total: { stage: arrest, per_year: 61000 } }'.") { Of = RefusalOf.Question };

    public static Refusal YearsNotSimulated(int years, int most) =>
        new("FUTURES-08", $"{years} years cannot be simulated.", $"Ask for 1 to {most} years.") { Of = RefusalOf.Question };

    public static Refusal RunsOutOfRange(int runs, int most) =>
        new("FUTURES-09", $"{runs} runs cannot be made.", string.Create(CultureInfo.InvariantCulture, $"Ask for 1 to {most:N0} runs.")) { Of = RefusalOf.Question };

    public static Refusal TooManyCovariates(int there, int most) =>
        new("FUTURES-10", $"The model's odds may speak of {there} things; {most} at most can be followed of a person.", "Take needs, groups of offences or services out that no odds use.") { Of = RefusalOf.Question };

    public static Refusal TooManyServices(int there, int most) =>
        new("FUTURES-19", $"The model offers {there} services; simulation follows {most} at most.", "Take services out that no odds use, or give those that do the same one name.") { Of = RefusalOf.Question };

    public static Refusal TurnedForEver(string scenario, string of, string to) =>
        new("FUTURES-20", $"The scenario '{scenario}' turns everybody from '{of}' to '{to}', which leads straight back to '{of}': they would go round for ever.", $"Turn a share below 1, or let '{to}' lead elsewhere too.") { Of = RefusalOf.Question };

    public static Refusal PeopleAlike(string what) =>
        new("FUTURES-21", $"People are alike in this model, but {what}.", "Say who people are (entry with ages, and offences), or take it out.") { Of = RefusalOf.Question };

    public static Refusal TooManyStages(int there, int most) =>
        new("FUTURES-22", $"The model has {there} stages; simulation follows {most} at most.", "Put stages together that nothing tells apart.") { Of = RefusalOf.Question };

    public static Refusal NotCalibrated(string place) =>
        new("FUTURES-11", $"The model of '{place}' has numbers left open that have not been found for it as it now stands.", "Run ./shiremoot calibrate PLACE; it takes minutes.") { Of = RefusalOf.Question };

    public static Refusal NoSuchCounted(string cost, string per, IReadOnlyList<string> names) =>
        new("FUTURES-12", $"The scenario's cost '{cost}' is per {per}, which the model does not have.{Storage.Spelling.Suggest(per.Split(':')[^1], names)}", names.Count == 0 ? "The model has none." : $"It has {string.Join(", ", names)}.") { Of = RefusalOf.Question };

    public static Refusal OnlySomeInLine(string resource) =>
        new("FUTURES-14", $"Only some people are to be followed, but others stand in line for '{resource}' with them.", "Follow everyone, or take the resource out of the model.") { Of = RefusalOf.Question };

    public static Refusal NoSuchStage(string scenario, string stage, IReadOnlyList<string> stages) =>
        new("FUTURES-13", $"The scenario '{scenario}' speaks of the stage '{stage}', which the model does not have.{Storage.Spelling.Suggest(stage, stages)}", $"It has {string.Join(", ", stages)}.") { Of = RefusalOf.Question };

    public static Refusal NoOwnTables() =>
        new("FUTURES-15", "People differ in this model, so that it has no tables of flows of its own.", "Learn them from a run of the people engine: CohortFlowTables.Learn.") { Of = RefusalOf.Question };

    public static Refusal NoCases() =>
        new("FUTURES-16", "No stage of this model begins a case: nothing in stories could be set beside it.", "Mark the stage where a new offence begins with 'new_offence: true' and let it record an event.") { Of = RefusalOf.Question };

    public static Refusal NothingToLearnFrom(string place) =>
        new("FUTURES-17", $"The stories of '{place}' show no event of the model's stages.", "Take in what agencies record of arrests, charges, courts and prisons first: ./shiremoot run PLACE.") { Of = RefusalOf.Question };

    public static Refusal TooFewToLearnFrom(string place, int fewest) =>
        new("FUTURES-18", $"Fewer than {fewest} people of '{place}' have any record of the model's stages.", "Nothing is learned from so few. Take in more records.") { Of = RefusalOf.Question };
}
