using Shiremoot.Economics;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Economics;

/// <summary>The shipped unit costs, schedules and evidence, for options written in a test.</summary>
static class TheSources
{
    public static readonly string Vocabulary = Path.Combine(TestData.Root, "vocabulary");

    private static readonly Lazy<OptionSources> Shipped = new(() => new(
        UnitCosts.Read(Path.Combine(Vocabulary, "costs")).Value, Schedules, OptimismTable.Read(Path.Combine(Vocabulary, "costs", "optimism.yaml"), "optimism").Value,
        EvidenceRegister.ReadAll(Vocabulary).Value.Find, OptionSources.NoPlace));

    public static OptionSources Read => Shipped.Value;

    public static DiscountSchedules Schedules => DiscountSchedules.Read(Path.Combine(Vocabulary, "costs", "discounting.yaml"), "discounting").Value;

    public static Appraisal Appraise(string yaml) => Appraisal.Of(Option(yaml));

    public static AppraisalOption Option(string yaml) => AppraisalOption.ReadText(yaml, "options/x.yaml", Read).Value;

    public static Refusal Refused(string yaml)
    {
        AppraisalOption.ReadText(yaml, "options/x.yaml", Read).Refused(out Refusal? why, out _);
        return why ?? throw new InvalidOperationException("It was not refused.");
    }
}
