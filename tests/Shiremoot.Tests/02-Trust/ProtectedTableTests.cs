using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

public sealed class ProtectedTableTests
{
    private static readonly DisclosureRules SuppressOnly =
        PlaceFile.ReadText("disclosure: { name: suppress-only, suppress_below: 5, round_to: 1 }", "place.yaml", map => DisclosureRules.Read(map, false)).Value;

    [Fact]
    public void One_small_count_takes_the_smallest_other_with_it_so_the_total_does_not_give_it_away()
    {
        ProtectedTable table = ProtectedTable.Protect([new(40), new(3), new(12), new(25)], SuppressOnly);
        Cells(table).ShouldBe(["40", "c", "c", "25"]);
        table.Total.ToString().ShouldBe("80");
        table.DoesNotSum.ShouldBeTrue();
    }

    [Fact]
    public void Two_small_counts_that_a_total_would_pin_take_a_third_with_them() =>
        Cells(ProtectedTable.Protect([new(40), new(1), new(1), new(25)], SuppressOnly)).ShouldBe(["40", "c", "c", "c"]);

    [Fact]
    public void A_table_without_small_counts_is_shown_whole_with_each_total_rounded_by_itself()
    {
        ProtectedTable table = ProtectedTable.Protect(new RawCount[,] { { new(12), new(13) }, { new(21), new(22) } }, DisclosureRules.Default);
        Cells(table).ShouldBe(["10", "15", "20", "20"]);
        (table.RowTotal(0).Shown, table.RowTotal(1).Shown, table.ColumnTotal(0).Shown, table.ColumnTotal(1).Shown, table.Total.Shown).ShouldBe((25, 45, 35, 35, 70));
        table.DoesNotSum.ShouldBeTrue();
    }

    [Fact]
    public void Under_none_every_count_and_total_is_exact_and_adds_up()
    {
        ProtectedTable table = ProtectedTable.Protect([new(1), new(0), new(2)], DisclosureRules.None);
        Cells(table).ShouldBe(["1", "0", "2"]);
        (table.Total.Shown, table.DoesNotSum).ShouldBe((3, false));
    }

    [Fact]
    public void A_table_of_small_counts_shows_nothing_and_an_empty_one_is_no_fault()
    {
        Cells(ProtectedTable.Protect(new RawCount[,] { { new(1), new(2) }, { new(0), new(1) } }, DisclosureRules.Default)).ShouldAllBe(c => c == "c");
        ProtectedTable.Protect(new RawCount[0, 0], DisclosureRules.Default).Total.IsWithheld.ShouldBeTrue();
    }

    [Theory]
    [Trait("kind", "property")]
    [InlineData(1, 4, 5, 60)]
    [InlineData(1, 4, 1, 60)]
    [InlineData(2, 2, 5, 60)]
    [InlineData(2, 2, 1, 60)]
    [InlineData(2, 3, 1, 12)]
    public void No_withheld_small_count_can_be_pinned_by_trying_every_table_there_could_be(int rows, int columns, int roundTo, int trials)
    {
        DisclosureRules rules = roundTo == 1 ? SuppressOnly : DisclosureRules.Default;
        Random chance = new(rows * 100 + columns * 10 + roundTo);
        int targets = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            RawCount[,] raw = new RawCount[rows, columns];
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++) raw[r, c] = new(chance.Next(0, 12));
            }
            (int Least, int Most)[,] known = new TableAttacker(ProtectedTable.Protect(raw, rules), rules, cap: 12).Ranges();
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++)
                {
                    if (raw[r, c].Value >= rules.Threshold) continue;
                    targets++;
                    (known[r, c].Most - known[r, c].Least).ShouldBeGreaterThanOrEqualTo(rules.Threshold, $"trial {trial}, cell {r},{c}");
                    known[r, c].Most.ShouldBeGreaterThanOrEqualTo(rules.Threshold);
                }
            }
        }
        targets.ShouldBeGreaterThan(trials);
    }

    [Fact]
    [Trait("kind", "property")]
    public void The_attacker_does_find_a_small_count_that_only_primary_suppression_hides()
    {
        // 9 + c + 8 = 20 under exact totals: the attack of the property above must recover 3, or it proves nothing.
        ProtectedTable naive = ProtectedTable.Protect([new(9), new(3), new(8)], DisclosureRules.None);
        new TableAttacker(naive, DisclosureRules.None, cap: 18).Ranges()[0, 1].ShouldBe((3, 3));
    }

    [Fact]
    public void A_table_of_every_lsoa_by_group_is_protected_in_a_blink()
    {
        RawCount[,] raw = new RawCount[1700, 6];
        Random chance = new(11);
        for (int r = 0; r < 1700; r++)
        {
            for (int c = 0; c < 6; c++) raw[r, c] = new(chance.Next(0, 30));
        }
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        ProtectedTable.Protect(raw, DisclosureRules.Default).Total.Shown.ShouldNotBeNull();
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(5);
    }

    private static string[] Cells(ProtectedTable table) =>
        [.. Enumerable.Range(0, table.Rows * table.Columns).Select(i => table[i / table.Columns, i % table.Columns].ToString())];
}
