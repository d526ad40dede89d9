using Shiremoot.Economics.Appraising;
using Shiremoot.Trust;

namespace Shiremoot.Economics;

/// <summary>An appraisal as a workbook whose formulas go on working: change an input and every total follows. Sheets Results, Inputs, Prices, Years.</summary>
public static class AppraisalWorkbook
{
    /// <summary>The sheets; their values are those of the appraisal.</summary>
    public static IReadOnlyList<FormulaSheet> Of(Appraisal appraisal)
    {
        InputSheet inputs = new(appraisal.Option);
        YearSheet years = new(appraisal.Option, appraisal.Kernel.Plan, inputs);
        return [ResultSheet.Of(appraisal.Option, years), .. inputs.Sheets, years.Sheet];
    }

    /// <summary>Writes the workbook. Leaves the stream open.</summary>
    public static void Write(Appraisal appraisal, Stream stream) => ReleaseFiles.WriteFormulas(Of(appraisal), stream);
}
