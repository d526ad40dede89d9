using System.Globalization;
using Shiremoot.Picture;
using Spectre.Console;

namespace Shiremoot.Cli;

/// <summary>Says a study of follow-ups on the terminal.</summary>
static class SurviveWords
{
    private const int WidthOfAFile = 240;

    public static void Say(SurvivalStudy study, IReadOnlyList<string> written)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfAFile;
        SurvivalRows rows = study.Rows;
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.File}: {rows.Read:N0} rows, {rows.Kept:N0} followed, {rows.Read - rows.Kept:N0} left out."));
        foreach ((string column, int missing) in rows.LeftOut) AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {missing:N0} have no value of '{column}'."));
        Print(SurviveTable.Groups(study));
        Print(SurviveTable.AtTimes(study));
        if (study.Incidence.Count > 0) Print(SurviveTable.IncidenceAtTimes(study));
        if (study.Tests.Count > 0) Print(SurviveTable.Tests(study));
        if (study.IncidenceTests.Count > 0) Print(SurviveTable.IncidenceTests(study));
        if (study.Model is { } model) Say(study, model);
        foreach (string line in written) AnsiConsole.WriteLine(line);
    }

    private static void Say(SurvivalStudy study, CoxModel model)
    {
        Print(SurviveTable.Effects(study, model));
        foreach ((string column, string value) in study.Rows.References) AnsiConsole.WriteLine($"'{column}' is held against '{value}'.");
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{model.Rows:N0} rows, {model.Events:N0} events. Log-likelihood {model.LogLikelihoodOfNone:0.0000} without covariates, {model.LogLikelihood:0.0000} with. Concordance {model.Concordance:0.0000}."));
        foreach ((string name, ChiSquaredTest test) in (ReadOnlySpan<(string, ChiSquaredTest)>)[("Likelihood ratio", model.LikelihoodRatio), ("Wald", model.Wald), ("Score", model.Score), ("Effects last over time", model.Proportionality[^1])])
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: chi-squared {test.Statistic:0.00} on {test.Degrees}, p {Chance(test.P)}."));
    }

    private static void Print(SurviveTable table)
    {
        Table shown = new() { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(table.Title)) };
        for (int c = 0; c < table.Columns.Length; c++)
            shown.AddColumn(new TableColumn(Markup.Escape(table.Columns[c].Replace('_', ' '))) { Alignment = c == 0 || table.Columns[c] == "event" ? Justify.Left : Justify.Right });
        foreach (object[] row in table.Rows)
            shown.AddRow([.. row.Select((cell, c) => Markup.Escape(cell is double p && (table.Columns[c] is "p" or "p_of_lasting") ? Chance(p) : SurviveTable.Shown(cell)))]);
        AnsiConsole.Write(shown);
    }

    private static string Chance(double p) => p < 0.0001 ? p.ToString("0.0e+0", CultureInfo.InvariantCulture) : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
