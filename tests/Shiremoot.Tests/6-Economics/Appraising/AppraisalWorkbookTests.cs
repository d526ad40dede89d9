using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shiremoot.Economics;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>The workbook of an appraisal, worked out by a spreadsheet of the tests' own from its inputs, against the appraisal.</summary>
public sealed class AppraisalWorkbookTests
{
    private const double Penny = 0.005;
    private static readonly string West = File.ReadAllText(Path.Combine(TestData.Root, "places", "west-midlands", "options", "offender-management.yaml"));

    private static MemoryStream Book(Appraisal appraisal)
    {
        MemoryStream stream = new();
        AppraisalWorkbook.Write(appraisal, stream);
        stream.Position = 0;
        return stream;
    }

    private static void ShouldAgree(SheetReckoner book, Appraisal a)
    {
        foreach (AppraisalFigure figure in a.Figures)
        {
            object found = book[book.Beside("Results", FigureWords.Title(figure.Name) + (figure.Name.StartsWith("payback", StringComparison.Ordinal) ? ": from the end of year" : ""))];
            if (figure.Value is { } value) ((double)found).ShouldBe(value, Penny, figure.Name);
            else found.ShouldBeOfType<string>(figure.Name);
        }
        foreach (AgencyLedger line in a.Ledger)
            foreach ((char column, double value) in ((char, double)[])[('B', line.Spends), ('C', line.Lends), ('D', line.Cashable), ('E', line.NotCashable), ('F', line.Wider), ('G', line.Net)])
                book.Number(book.Beside("Results", line.Bearer, column)).ShouldBe(value, Penny, line.Bearer);
        foreach (OutcomeResult outcome in a.Outcomes.DistinctBy(o => (o.Title, o.Unit))) book.Number(book.Beside("Results", $"{outcome.Title} ({outcome.Unit})")).ShouldBe(outcome.Avoided, 1e-6);
        string running = book.Beside("Years", "Running total, discounted", 'E');
        book.Number(running).ShouldBe(a.Years[0].RunningPresent, Penny);
    }

    [Fact]
    public void Worked_out_anew_it_gives_the_appraisal_to_the_penny()
    {
        Appraisal a = TheSources.Appraise(West);
        SheetReckoner book = SheetReckoner.Read(Book(a));
        ShouldAgree(book, a);
        foreach (string cell in book.Formulas)
            if (book.Written[cell] is double written) book.Number(cell).ShouldBe(written, 1e-9 * Math.Max(1, Math.Abs(written)), cell);
            else book[cell].ShouldBe(book.Written[cell], cell);
    }

    [Fact]
    public void Options_made_by_chance_are_the_same_in_the_workbook()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            Appraisal a = TheSources.Appraise(RandomOption.Text(seed));
            ShouldAgree(SheetReckoner.Read(Book(a)), a);
        }
    }

    [Theory]
    [InlineData("value: 0.15", "value: 0.31", "less reoffending", 0.31)]
    [InlineData("value: 3750", "value: 2501", "people managed", 2501)]
    [InlineData("value: 17000000", "value: 15500000", "programme spend", 15_500_000)]
    public void A_changed_input_changes_the_workbook_as_it_changes_the_appraisal(string was, string becomes, string input, double value)
    {
        SheetReckoner book = SheetReckoner.Read(Book(TheSources.Appraise(West)));
        book.Change(book.Beside("Inputs", input), value);
        ShouldAgree(book, TheSources.Appraise(West.Replace(was, becomes)));
    }

    [Fact]
    public void A_value_out_of_its_bounds_is_taken_as_the_bound_in_the_workbook_too()
    {
        SheetReckoner book = SheetReckoner.Read(Book(TheSources.Appraise(West)));
        book.Change(book.Beside("Inputs", "retention"), 7);
        book.Number(book.Beside("Inputs", "retention", 'C')).ShouldBe(1);
    }

    [Fact]
    public void It_is_a_valid_workbook_and_no_text_of_the_option_becomes_a_formula()
    {
        Appraisal a = TheSources.Appraise(West.Replace("title: Offender management in the West Midlands", "title: \"=1+1\""));
        using SpreadsheetDocument file = SpreadsheetDocument.Open(Book(a), false);
        new OpenXmlValidator().Validate(file).Select(e => e.Description).ShouldBeEmpty();
        SheetReckoner book = SheetReckoner.Read(Book(a));
        book["Results!A1"].ShouldBe("'=1+1");
    }

    [Fact]
    public void The_same_appraisal_gives_the_same_bytes() => Book(TheSources.Appraise(West)).ToArray().ShouldBe(Book(TheSources.Appraise(West)).ToArray());
}
