using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

/// <summary>Steps that follow one another give nothing away that their table does not.</summary>
public sealed class ProtectedStepsTests
{
    [Fact]
    public void Exact_counts_add_up_from_the_end()
    {
        ProtectedSteps steps = ProtectedSteps.Protect(Cells(new long[,] { { 10, 3, 2 }, { 7, 0, 1 } }), DisclosureRules.None);
        (steps[0, 0].Shown, steps[0, 1].Shown, steps[0, 2].Shown).ShouldBe((15, 5, 2));
        (steps[1, 0].Shown, steps[1, 1].Shown, steps[1, 2].Shown).ShouldBe((8, 1, 1));
        (steps.Everyone(0).Shown, steps.Everyone(1).Shown, steps.Everyone(2).Shown).ShouldBe((23, 6, 3));
    }

    // Three who left between two steps are not to be had from the people at both.
    [Fact]
    public void A_few_who_ended_at_a_step_cannot_be_told_from_five()
    {
        ProtectedSteps steps = ProtectedSteps.Protect(Cells(new long[,] { { 60, 3, 40 } }), DisclosureRules.Default);
        (steps[0, 0].Shown, steps[0, 1].Shown, steps[0, 2].Shown).ShouldBe((105, 45, 40)); // anything from 3 to 7 may have ended there
    }

    // Every count shown is a sum or difference of numbers of the protected table, whatever the people.
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Every_step_shown_can_be_worked_out_from_the_table_shown(uint seed)
    {
        Chance chance = new(seed, 0, 1);
        for (int n = 0; n < 60; n++)
        {
            long[,] raw = new long[1 + (n % 4), 3 + (n % 3)];
            for (int r = 0; r < raw.GetLength(0); r++)
                for (int c = 0; c < raw.GetLength(1); c++) raw[r, c] = chance.Bits() % (n % 2 == 0 ? 15u : 60u);
            ProtectedTable table = ProtectedTable.Protect(Cells(raw), DisclosureRules.Default);
            ProtectedSteps steps = ProtectedSteps.Protect(Cells(raw), DisclosureRules.Default);
            for (int g = 0; g < steps.Groups; g++)
            {
                for (int s = 1; s < steps.Steps; s++)
                {
                    if (steps[g, s].IsWithheld) continue;
                    bool fromHere = Enumerable.Range(s, steps.Steps - s).All(t => !table[g, t].IsWithheld), before = !table.RowTotal(g).IsWithheld && Enumerable.Range(0, s).All(t => !table[g, t].IsWithheld);
                    (fromHere || before).ShouldBeTrue();
                    if (!steps[g, s - 1].IsWithheld) (steps[g, s].Shown!.Value <= steps[g, s - 1].Shown!.Value).ShouldBeTrue();
                }
            }
        }
    }

    private static RawCount[,] Cells(long[,] raw)
    {
        RawCount[,] cells = new RawCount[raw.GetLength(0), raw.GetLength(1)];
        for (int r = 0; r < raw.GetLength(0); r++)
            for (int c = 0; c < raw.GetLength(1); c++) cells[r, c] = new(raw[r, c]);
        return cells;
    }
}
