using System.CommandLine;
using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>synthesise FILE: the effects of studies combined, from any tabular file with a row an effect.</summary>
static class SynthesiseVerb
{
    private static readonly (string Name, SynthesisMethod Method)[] Methods =
        [("reml", SynthesisMethod.Reml), ("dl", SynthesisMethod.DerSimonianLaird), ("pm", SynthesisMethod.PauleMandel), ("fixed", SynthesisMethod.Fixed)];

    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A table with a row an effect: delimited text, packed or not, or a workbook; or a file of the folder syntheses, which says the rest itself" };
        Option<string?> effect = Column("--effect", "The column of effects; of a ratio, its logarithm"), variance = Column("--variance", "The column of their variances"), error = Column("--error", "The column of their standard errors"),
            events1 = Column("--events-1", "Events in the first group"), total1 = Column("--total-1", "People in the first group"), events2 = Column("--events-2", "Events in the second group"), total2 = Column("--total-2", "People in the second group"),
            mean1 = Column("--mean-1", "Mean of the first group"), spread1 = Column("--sd-1", "Standard deviation of the first group"), mean2 = Column("--mean-2", "Mean of the second group"), spread2 = Column("--sd-2", "Standard deviation of the second group"),
            time1 = Column("--time-1", "Person-time of the first group"), time2 = Column("--time-2", "Person-time of the second group"),
            study = Column("--study", "The column of what a row is called"), cluster = Column("--cluster", "The column of what effects belong together in: errors are then robust to it, or with --three-level it is a level");
        SynthesisMeasure[] measures = Enum.GetValues<SynthesisMeasure>();
        Option<string> measure = new("--measure") { Description = "What an effect is: or, rr, rd, smd, md, irr or effect", DefaultValueFactory = _ => "effect" };
        measure.AcceptOnlyFromAmong([.. measures.Select(m => m.Code())]);
        Option<string> method = new("--method") { Description = "How much effects differ is estimated by reml, dl or pm; or fixed, for one common effect", DefaultValueFactory = _ => "reml" };
        method.AcceptOnlyFromAmong([.. Methods.Select(m => m.Name)]);
        Option<string[]> moderators = new("--moderators") { Description = "Columns effects may go with: C,C...", AllowMultipleArgumentsPerToken = true };
        Option<bool> knapp = new("--knapp-hartung") { Description = "Errors by Hartung and Knapp, fair where studies are few" };
        Option<bool> three = new("--three-level") { Description = "Effects differ within clusters and between them" };
        Option<double> confidence = new("--confidence") { Description = "Of the intervals", DefaultValueFactory = _ => 0.95 };
        Option<double?> continuity = new("--continuity") { Description = "What is added to each cell of a study that has a nought, such as 0.5 (default: such a study is refused)" };
        Option<string?> to = new("--out") { Description = "A file to write the table of studies to: .csv or .xlsx" };
        Option<bool> json = Door.JsonOption();
        Command verb = new("synthesise", "Combine the effects of studies, from any table")
        {
            file, effect, variance, error, events1, total1, events2, total2, mean1, spread1, mean2, spread2, time1, time2, measure, method, knapp, study, cluster, moderators, three, confidence, continuity, to, json,
        };
        verb.SetAction(args => Run(args.GetValue(file)!, args.GetValue(to), args.GetValue(json), new SynthesisQuestion
        {
            Measure = measures.First(m => m.Code() == args.GetValue(measure)),
            Method = Methods.First(m => m.Name == args.GetValue(method)).Method,
            Columns = new StudyColumns
            {
                Effect = args.GetValue(effect),
                Variance = args.GetValue(variance),
                Error = args.GetValue(error),
                Events1 = args.GetValue(events1),
                Total1 = args.GetValue(total1),
                Events2 = args.GetValue(events2),
                Total2 = args.GetValue(total2),
                Mean1 = args.GetValue(mean1),
                Spread1 = args.GetValue(spread1),
                Mean2 = args.GetValue(mean2),
                Spread2 = args.GetValue(spread2),
                Time1 = args.GetValue(time1),
                Time2 = args.GetValue(time2),
            },
            KnappHartung = args.GetValue(knapp),
            Study = args.GetValue(study),
            Cluster = args.GetValue(cluster),
            Moderators = [.. (args.GetValue(moderators) ?? []).SelectMany(m => m.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            ThreeLevel = args.GetValue(three),
            Confidence = args.GetValue(confidence),
            Continuity = args.GetValue(continuity),
        }));
        return verb;
    }

    private static int Run(string file, string? to, bool json, SynthesisQuestion question)
    {
        // A file of the folder 'syntheses' says itself what is asked, as its page does. The table it names is read too, and must not be written over.
        string named = file;
        if (file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
        {
            if (SynthesisFile.Read(file, Path.GetFileName(file)).Refused(out Refusal? why, out SynthesisFile? asked)) return Door.Refuse(why, json);
            (file, question) = (asked.Path, asked.Question);
        }
        return FileAnswer.Give([named, file], to, json, () => Synthesis.Of(file, question), result => result.ToTable(), result => SynthesisJson.Of(result, to), result => SynthesisText.Say(result, to));
    }

    private static Option<string?> Column(string name, string description) => new(name) { Description = description };
}
