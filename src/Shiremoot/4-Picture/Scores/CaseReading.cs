using Shiremoot.Intake;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Scores;

/// <summary>Reads the case of a row, or why it cannot be scored. Ages come from dates where the file has a date of birth, otherwise as they are written.</summary>
sealed class CaseReading
{
    // A conviction may be expected when the assessment is made, but no further ahead.
    private const int MonthsAhead = 3;

    private readonly IScore score;
    private readonly Moments dates;
    private readonly CellColumn sex, birth, conviction, followUp, assessment, ageAtConviction, ageAtFollowUp, months, sanctions, firstAge, offence;
    private readonly CellColumn[] needs;
    private readonly SeenTexts<string?> sexes;
    private readonly SeenTexts<OffenceWeight> weights;
    private readonly double[] points;

    private CaseReading(IReadOnlyList<string> headers, CaseColumns columns, IScore score, Vocabulary vocabulary)
    {
        CellColumn Column(string name) => new(name, headers.ToList().FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase)));
        this.score = score;
        dates = new Moments(columns.DatePatterns, ColumnType.Date);
        (sex, sanctions, firstAge, offence) = (Column(columns.Sex), Column(columns.Sanctions), Column(columns.FirstSanctionAge), Column(columns.OffenceCode));
        (birth, conviction, followUp, assessment) = (Column(columns.BirthDate), Column(columns.ConvictionDate), Column(columns.FollowUpDate), Column(columns.AssessmentDate));
        (ageAtConviction, ageAtFollowUp, months) = (Column(columns.AgeAtConviction), Column(columns.AgeAtFollowUp), Column(columns.OffenceFreeMonths));
        needs = [.. score.Needs.Select(n => Column(n.Name))];
        points = new double[needs.Length];
        sexes = new(text => vocabulary.Sexes.TryRead(text, out Sex? found) ? found.Term.Id : null);
        weights = new(text => vocabulary.TryFindOffence(text, out Offence? found) ? score.WeightOf(found) : new(0, "the offence code is not known; write class and subcode, such as 00806"));
    }

    /// <summary>The points of needs of the row read last, one for each column of needs.</summary>
    public ReadOnlySpan<double> Points => points;

    /// <summary>What a reader should know of the file as a whole.</summary>
    public IReadOnlyList<string> Notes => score.CountsOffenceFreeMonths && !months.IsThere && !(birth.IsThere && assessment.IsThere)
        ? ["The file says nothing of months without an offence, so each case is scored as at the start of its follow-up."]
        : [];

    /// <summary>Finds the columns, or refuses naming the first that is not there.</summary>
    public static Outcome<CaseReading> For(string file, IReadOnlyList<string> headers, CaseColumns columns, IScore score, Vocabulary vocabulary)
    {
        foreach (string pattern in columns.DatePatterns)
            if (Moments.Fault(pattern, ColumnType.Date) is { } wrong) return ScoreRefusals.BadPattern(pattern, wrong);
        CaseReading reading = new(headers, columns, score, vocabulary);
        foreach ((CellColumn column, string option) in ((CellColumn, string)[])[(reading.sex, "--sex"), (reading.sanctions, "--sanctions"), (reading.firstAge, "--first-sanction-age"), (reading.offence, "--offence-code")])
            if (!column.IsThere) return ScoreRefusals.NoColumn(file, column.Name, option, headers);
        if (reading.birth.IsThere)
        {
            if (!reading.conviction.IsThere) return ScoreRefusals.NoColumn(file, reading.conviction.Name, "--conviction-date", headers);
            if (!reading.followUp.IsThere && !score.FollowsFromConviction) return ScoreRefusals.NoColumn(file, reading.followUp.Name, "--follow-up-date", headers);
        }
        else if (!reading.ageAtConviction.IsThere || !reading.ageAtFollowUp.IsThere)
        {
            return ScoreRefusals.NoAges(file, reading.birth.Name, reading.ageAtConviction.Name, reading.ageAtFollowUp.Name);
        }
        for (int n = 0; n < reading.needs.Length; n++)
            if (!reading.needs[n].IsThere && !score.Needs[n].MayBeEmpty) return ScoreRefusals.NoColumn(file, reading.needs[n].Name, "the name of that column in the file", headers);
        return reading;
    }

    /// <summary>Reads the case of the row the reader stands on; the reason why it cannot be scored, or null.</summary>
    public string? Read(TableReader row, out ScoreCase one)
    {
        one = default;
        if (row.IsBad) return row.Fault.Reason;
        if (Cell(row, sex).IsEmpty) return sex.Missing;
        string? isSex = sexes.Of(Cell(row, sex));
        if (isSex is null) return sex.Unreadable;
        if (isSex is not ("male" or "female")) return "the score has no numbers for this sex";
        if (Whole(row, sanctions, out int count) is { } badCount) return badCount;
        if (Whole(row, firstAge, out int first) is { } badFirst) return badFirst;
        if (Cell(row, offence).IsEmpty) return offence.Missing;
        OffenceWeight weight = weights.Of(Cell(row, offence));
        if (weight.WhyNot is { } noWeight) return noWeight;
        if (Ages(row, out int atConviction, out int atFollowUp, out int free) is { } badAges) return badAges;
        one = new(isSex == "female", atFollowUp, atConviction, first, count, free, weight.Weight);
        return score.WhyNot(one) ?? ReadNeeds(row);
    }

    private string? Ages(TableReader row, out int atConviction, out int atFollowUp, out int free)
    {
        (atConviction, atFollowUp, free) = (0, 0, 0);
        if (months.IsThere && score.CountsOffenceFreeMonths && Whole(row, months, out free) is { } badMonths) return badMonths;
        if (!birth.IsThere) return Whole(row, ageAtConviction, out atConviction) ?? Whole(row, ageAtFollowUp, out atFollowUp);
        if (Day(row, birth, out int born) is { } badBirth) return badBirth;
        if (Day(row, conviction, out int convicted) is { } badConviction) return badConviction;
        int followed = convicted;
        if (!(score.FollowsFromConviction && (!followUp.IsThere || Cell(row, followUp).IsEmpty)) && Day(row, followUp, out followed) is { } badFollowUp) return badFollowUp;
        if (convicted <= born) return "the conviction is not after birth";
        if (followed <= born) return "the follow-up does not begin after birth";
        (atConviction, atFollowUp) = (CalendarAges.Years(born, convicted), CalendarAges.Years(born, followed));
        if (!score.CountsOffenceFreeMonths || months.IsThere || !assessment.IsThere) return null;
        if (Day(row, assessment, out int assessed) is { } badAssessment) return badAssessment;
        if (Days.Date(convicted).PlusMonths(-MonthsAhead) > Days.Date(assessed)) return "the conviction is more than three months after the assessment";
        free = Math.Max(0, CalendarAges.Months(followed, assessed));
        return null;
    }

    private string? ReadNeeds(TableReader row)
    {
        for (int n = 0; n < needs.Length; n++)
        {
            NeedColumn need = score.Needs[n];
            ReadOnlySpan<byte> cell = needs[n].IsThere ? Cell(row, needs[n]) : default;
            points[n] = 0;
            if (cell.IsEmpty)
            {
                if (need.MayBeEmpty) continue;
                return needs[n].Missing;
            }
            if (need.Yes > 0 ? CellReading.TryFlag(cell, out bool isYes) : (isYes = false)) points[n] = isYes ? need.Yes : 0;
            else if (need.Yes == 0 && CellReading.TryWhole(cell, out int scale) && scale >= 0 && scale <= need.Most) points[n] = scale;
            else return needs[n].Unreadable;
        }
        return null;
    }

    private static ReadOnlySpan<byte> Cell(TableReader row, CellColumn column) => row.Field(column.At);

    private static string? Whole(TableReader row, CellColumn column, out int value)
    {
        value = 0;
        ReadOnlySpan<byte> cell = Cell(row, column);
        return cell.IsEmpty ? column.Missing : CellReading.TryWhole(cell, out value) ? null : column.Unreadable;
    }

    private string? Day(TableReader row, CellColumn column, out int day)
    {
        day = Days.Unknown;
        ReadOnlySpan<byte> cell = Cell(row, column);
        return cell.IsEmpty ? column.Missing : dates.TryRead(cell, out day, out _) ? null : column.Unreadable;
    }
}
