using Shiremoot.Terms;

namespace Shiremoot.Picture.Questions;

/// <summary>What reading questions may refuse.</summary>
static class QuestionRefusals
{
    public static Refusal FileFaults(IReadOnlyList<string> faults) =>
        new("PICTURE-95", $"The questions have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };
}
