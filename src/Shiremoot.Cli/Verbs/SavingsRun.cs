using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli.Verbs;

/// <summary>Prints what a fall in use would save, and what spells and cases cost.</summary>
static class SavingsRun
{
    public static int Savings(Shire shire, PeopleCostQuestion asked, string written, bool json, bool csv)
    {
        if (UseFall.Read(written).Refused(out Refusal? why, out UseFall? fall) || shire.Savings(asked, fall).Refused(out why, out FallSavings? savings)) return Door.Refuse(why, json);
        if (!json)
        {
            if (csv) PeopleCostRun.Print(StorySavingTables.ByPrice(savings, shire), csv);
            else Words(savings, shire);
            return Door.Done;
        }
        Door.Print(new
        {
            place = shire.Place.Id,
            cohort = savings.Cohort,
            priceYear = savings.Question.PriceYear,
            year = savings.Year,
            fall = $"{savings.Fall}",
            savings.Share,
            savings.ShareSum,
            people = savings.All.People.Shown,
            total = Sum(savings.Total),
            byAgency = savings.ByAgency.Select(a => new { a.Agency, a.Cost, saved = Sum(a.Saved), a.Sum }),
            byPrice = savings.Lines.Select(l => new { price = l.Price.Id, l.Price.Title, cost = l.Cost.Amount.Shown, l.Each, l.Cases, l.Fewer, saved = Sum(l.Saved), l.Price.Fall.Step, l.WholeSteps, l.ToNextStep, l.Sum }),
            curve = savings.Curve.Select(p => new { p.PerCent, saved = Sum(p.Saved) }),
            savings.Notes,
            origin = $"{savings.Origin}".ToLowerInvariant(),
            originSays = savings.Origin.Says(),
            disclosure = savings.Rules.Name,
        });
        return Door.Done;
    }

    // The sums are sentences, too long for a column of a terminal.
    private static void Words(FallSavings savings, Shire shire)
    {
        TableText.Print(WithoutSums(StorySavingTables.ByAgency(savings, shire)) with { Notes = [] });
        TableText.Print(WithoutSums(StorySavingTables.ByPrice(savings, shire)));
        foreach (SavingLine line in savings.Lines.Where(l => l.Saved.Stepped > 0)) Console.Out.WriteLine($"The sum, {line.Price.Title}: {line.Sum}");
        string[] still = [.. savings.Lines.Where(l => l.Saved.Stepped == 0).Select(l => l.Price.Title)];
        if (still.Length > 0) Console.Out.WriteLine($"Nothing falls, or is known to: {string.Join("; ", still)}.");
    }

    private static ReleaseTable WithoutSums(ReleaseTable table) => table with { Columns = [.. table.Columns.SkipLast(1)], Rows = table.Rows.Select(r => (IReadOnlyList<ReleaseCell>)[.. r.SkipLast(1)]) };

    public static int Spells(Shire shire, PeopleCostQuestion asked, bool json, bool csv)
    {
        if (shire.CostSpells(asked).Refused(out Refusal? why, out SpellCosts? spells)) return Door.Refuse(why, json);
        if (!json)
        {
            PeopleCostRun.Print(StorySavingTables.Of(spells, shire), csv);
            return Door.Done;
        }
        Door.Print(new
        {
            place = shire.Place.Id,
            cohort = spells.Cohort,
            priceYear = spells.Question.PriceYear,
            spells.Question.Kind,
            spells.Period,
            lines = spells.Lines.Select(l => new { l.Id, l.Title, number = l.Number.Amount.Shown, people = l.Number.People.Shown, cost = l.Cost.Amount.Shown, meanCost = l.MeanCost.Shown, meanLength = l.MeanLength.Shown }),
            total = spells.Total.Amount.Shown,
            spells.Notes,
            origin = $"{spells.Origin}".ToLowerInvariant(),
            originSays = spells.Origin.Says(),
            disclosure = spells.Rules.Name,
        });
        return Door.Done;
    }

    private static object Sum(SavingSum sum) => new { sum.Average, sum.AtOnce, sum.ByStep, sum.Stepped };
}
