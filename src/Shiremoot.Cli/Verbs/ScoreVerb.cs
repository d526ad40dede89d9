using System.CommandLine;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>score FILE --score NAME: scores of cases for case mix, and what happened beside what was expected.</summary>
static class ScoreVerb
{
    public static Command Make()
    {
        CaseColumns usual = new();
        Argument<string> file = new("FILE") { Description = "A file with a row for each case: delimited text, packed or not, or a workbook" };
        Option<string> score = new("--score") { Description = "ogrs3, ogrs4g, ogrs4g-dynamic, or a file of numbers that ends in .yaml", Required = true };
        Option<string?> to = new("--out") { Description = "The file to write: the rows as they came, each with its score or the reason why it has none" };
        Option<string?> outcome = new("--outcome") { Description = "The column of yes and no that says who reoffended: compares observed with expected" };
        Option<string?> by = new("--by") { Description = "The column of the groups to compare; needs --outcome" };
        Option<int> years = new("--years") { Description = "Within how many years the outcome is: 1 or 2", DefaultValueFactory = _ => 2 };
        Option<string?> label = new("--label") { Description = "What the rows are, to stand on every row beside the score's own label: 'Generated: no such people exist'" };
        Option<string[]> dates = new("--dates") { Description = "Patterns of dates (default: yyyy-MM-dd, dd/MM/yyyy)", AllowMultipleArgumentsPerToken = true };
        Option<string> sex = Column("--sex", usual.Sex), birth = Column("--birth-date", usual.BirthDate), conviction = Column("--conviction-date", usual.ConvictionDate), followUp = Column("--follow-up-date", usual.FollowUpDate),
            assessment = Column("--assessment-date", usual.AssessmentDate), ageAtConviction = Column("--age-at-conviction", usual.AgeAtConviction), ageAtFollowUp = Column("--age-at-follow-up", usual.AgeAtFollowUp),
            months = Column("--offence-free-months", usual.OffenceFreeMonths), sanctions = Column("--sanctions", usual.Sanctions), first = Column("--first-sanction-age", usual.FirstSanctionAge), code = Column("--offence-code", usual.OffenceCode);
        Option<bool> json = Door.JsonOption();
        Command verb = new("score", "Score a file of cases for case mix, and compare what was expected with what happened")
        {
            file, score, to, outcome, by, years, label, dates, sex, birth, conviction, followUp, assessment, ageAtConviction, ageAtFollowUp, months, sanctions, first, code, json,
        };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            string path = args.GetValue(file)!;
            if (args.GetValue(by) is not null && args.GetValue(outcome) is null)
            {
                Console.Error.WriteLine("--by says which groups to compare: say with --outcome what happened to them.");
                return Door.WrongUsage;
            }
            if (FileOut.Refuse([("--out", args.GetValue(to))], [path, args.GetValue(score)]) is { } unwritable) return Door.Refuse(unwritable, asJson);
            CaseScoringOptions asked = new()
            {
                Out = args.GetValue(to),
                Outcome = args.GetValue(outcome),
                By = args.GetValue(by),
                Years = args.GetValue(years),
                Label = args.GetValue(label) is { } more ? $"{ScoreModel.Label}. {more}" : ScoreModel.Label,
                Columns = new CaseColumns
                {
                    Sex = args.GetValue(sex)!,
                    BirthDate = args.GetValue(birth)!,
                    ConvictionDate = args.GetValue(conviction)!,
                    FollowUpDate = args.GetValue(followUp)!,
                    AssessmentDate = args.GetValue(assessment)!,
                    AgeAtConviction = args.GetValue(ageAtConviction)!,
                    AgeAtFollowUp = args.GetValue(ageAtFollowUp)!,
                    OffenceFreeMonths = args.GetValue(months)!,
                    Sanctions = args.GetValue(sanctions)!,
                    FirstSanctionAge = args.GetValue(first)!,
                    OffenceCode = args.GetValue(code)!,
                    DatePatterns = args.GetValue(dates) is { Length: > 0 } given ? given : usual.DatePatterns,
                },
            };
            if (Shire.ScoreCases(path, args.GetValue(score)!, asked).Refused(out Refusal? why, out ScoredFile? scored)) return Door.Refuse(why, asJson);
            if (asJson) Door.Print(ScoreJson.Of(scored, asked));
            else ScoreWords.Say(scored, asked);
            return Door.Done;
        });
        return verb;
    }

    private static Option<string> Column(string option, string usual) => new(option) { Description = $"The column that is called {usual} otherwise", DefaultValueFactory = _ => usual };
}
