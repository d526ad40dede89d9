using System.CommandLine;
using Shiremoot.Cli;
using Shiremoot.Cli.Verbs;

RootCommand root = new("Shiremoot: one place's local criminal justice, from partners' records to a public account.")
{
    RunVerb.Make(),
    TakeInVerb.Make(),
    PictureVerb.Make(),
    CohortVerb.Make(),
    StoryVerb.Make(),
    PathwaysVerb.Make(),
    QuestionsVerb.Make(),
    CostVerb.Make(),
    AppraiseVerb.Make(),
    BudgetVerb.Make(),
    GenerateVerb.Make(),
    CalibrateVerb.Make(),
    SimulateVerb.Make(),
    ForecastVerb.Make(),
    BacktestVerb.Make(),
    WorkVerb.Make(),
    SurviveVerb.Make(),
    EffectsVerb.Make(),
    EvaluateVerb.Make(),
    DifferenceVerb.Make(),
    InterruptedVerb.Make(),
    SynthesiseVerb.Make(),
    EvidenceVerb.Make(),
    PoliciesVerb.Make(),
    LinkVerb.Make(),
    EncodeVerb.Make(),
    ScoreVerb.Make(),
    FairnessVerb.Make(),
    RecordsVerb.Make(),
    NewVerb.Make(),
    BackupVerb.Make(),
    RestoreVerb.Make(),
    UpgradeVerb.Make(),
    ForgetVerb.Make(),
    ServeVerb.Make(),
};

return Door.Run(root, args);
