using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

public sealed class ProtectedAmountsTests
{
    [Fact]
    public void An_amount_that_one_person_has_most_of_is_withheld_though_many_share_it()
    {
        // The other 99 have 900 together, and the second knows 500 of them: the largest is known to within 400 of 10,000.
        Alone(new(100, 10_900, 10_000, 500)).IsWithheld.ShouldBeTrue();

        // Others have 1,000 besides the two: just a tenth of the largest.
        Alone(new(100, 11_500, 10_000, 500)).IsWithheld.ShouldBeFalse();
        Alone(new(100, 11_499, 10_000, 500)).IsWithheld.ShouldBeTrue();
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void An_amount_of_few_people_is_withheld(int people, bool withheld) => Alone(new(people, people * 10, 10, 10)).IsWithheld.ShouldBe(withheld);

    [Fact]
    public void What_is_shown_is_as_coarse_as_the_people_are()
    {
        // £12 each on average: five people have £60, so amounts are shown to the nearest £100.
        ProtectedAmount shown = Alone(new(102, 1_234.56m, 40, 30));
        (shown.Amount.Shown, shown.People.Shown, shown.Mean.Shown).ShouldBe((1_200m, 100L, 12m));
    }

    [Fact]
    public void Exact_where_the_records_are_public()
    {
        ProtectedAmount shown = ProtectedAmounts.Protect(Grid([[new(1, 12.34m, 12.34m, 0)]]), null, DisclosureRules.None)[0, 0];
        (shown.Amount.Shown, shown.People.Shown).ShouldBe((12.34m, 1L));
    }

    [Fact]
    public void A_withheld_amount_is_never_the_rest_of_a_row_or_a_column()
    {
        RawAmount safe = new(50, 1_000, 40, 40), few = new(3, 90, 40, 30);
        ProtectedAmounts table = ProtectedAmounts.Protect(Grid([[safe, few, safe], [safe, safe, safe], [safe, safe, safe]]), null, DisclosureRules.Default);
        table[0, 1].IsWithheld.ShouldBeTrue();
        foreach (int line in Enumerable.Range(0, 4))
        {
            Enumerable.Range(0, 4).Count(c => table[line, c].IsWithheld).ShouldNotBe(1);
            Enumerable.Range(0, 4).Count(r => table[r, line].IsWithheld).ShouldNotBe(1);
        }
    }

    [Fact]
    public void Random_tables_leave_no_line_that_gives_a_sensitive_sum()
    {
        Random random = new(7);
        for (int table = 0; table < 300; table++)
        {
            int rows = 1 + random.Next(4), columns = 1 + random.Next(4);
            RawAmount[][] cells = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Cell(random)).ToArray())];
            RawAmount[,] grid = Grid(cells);
            ProtectedAmounts shown = ProtectedAmounts.Protect(grid, null, DisclosureRules.Default);
            for (int r = 0; r < rows; r++) Rest([.. Enumerable.Range(0, columns).Select(c => (grid[r, c], shown[r, c].IsWithheld))], shown.RowTotal(r).IsWithheld);
            for (int c = 0; c < columns; c++) Rest([.. Enumerable.Range(0, rows).Select(r => (grid[r, c], shown[r, c].IsWithheld))], shown.ColumnTotal(c).IsWithheld);
        }
    }

    // What a reader gets by taking what is shown off the total must itself be fit to show.
    private static void Rest((RawAmount Raw, bool IsWithheld)[] parts, bool totalIsWithheld)
    {
        RawAmount[] hidden = [.. parts.Where(p => p.IsWithheld).Select(p => p.Raw)];
        if (hidden.Length == 0 || totalIsWithheld) return;
        hidden.Max(h => h.People).ShouldBeGreaterThanOrEqualTo(5);
        (hidden.Sum(h => h.Sum) - hidden.Sum(h => h.First) - hidden.Sum(h => h.Second)).ShouldBeGreaterThanOrEqualTo(hidden.Sum(h => h.First) / 10);
    }

    private static RawAmount Cell(Random random)
    {
        decimal[] own = [.. Enumerable.Range(0, random.Next(12)).Select(_ => (decimal)random.Next(1, random.Next(2, 3000))).OrderDescending()];
        return new(own.Length, own.Sum(), own.FirstOrDefault(), own.Skip(1).FirstOrDefault());
    }

    private static ProtectedAmount Alone(RawAmount cell) => ProtectedAmounts.Protect(Grid([[cell]]), null, DisclosureRules.Default)[0, 0];

    // Totals as of people who are in one cell each.
    private static RawAmount[,] Grid(RawAmount[][] cells)
    {
        int rows = cells.Length, columns = cells[0].Length;
        RawAmount[,] all = new RawAmount[rows + 1, columns + 1];
        for (int r = 0; r <= rows; r++)
        {
            for (int c = 0; c <= columns; c++)
            {
                RawAmount[] of = [.. cells.Where((_, i) => r == rows || i == r).SelectMany(row => row.Where((_, j) => c == columns || j == c))];
                decimal[] top = [.. of.SelectMany(x => new[] { x.First, x.Second }).OrderDescending().Take(2)];
                all[r, c] = new(of.Sum(x => x.People), of.Sum(x => x.Sum), top[0], top[1]);
            }
        }
        return all;
    }
}
