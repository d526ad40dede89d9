using Shiremoot.Futures.Lives;
using Shiremoot.Futures.Targets;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// Whole careers, each weighing the same, tallied against targets. In a steady stream of careers, what a year holds of anything is in proportion to what a
/// career holds of it, so figures a year come from whole careers without the years before and after having to be made and thrown away.
/// </summary>
internal static class CareerRun
{
    private const int ChunkSize = 4096;
    private const uint LifePurpose = 1, PlacePurpose = 2, WindowPurpose = 3;

    /// <param name="model">The model to run.</param>
    /// <param name="population">Where people live and their ethnicity.</param>
    /// <param name="targets">What to tally.</param>
    /// <param name="careers">How many careers.</param>
    /// <param name="seed">Seed of the run: the same seed draws the same people whatever the model's numbers, so that runs differ by the numbers alone.</param>
    /// <param name="threads">Threads at once; the tally is the same for any number.</param>
    /// <param name="measuresReach">Whether to work out for how long a window would hold a contact.</param>
    public static Tally Run(LivesModel model, Population population, IReadOnlyList<Target> targets, int careers, ulong seed, int threads, bool measuresReach)
    {
        int chunks = (careers + ChunkSize - 1) / ChunkSize;
        Tally[] parts = new Tally[chunks];
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => (Kernel: new LifeKernel(model), Career: new Career()), (chunk, _, own) =>
        {
            Tally part = parts[chunk] = new(targets, model.Model.Kinds.Count) { MeasuresReach = measuresReach };
            for (long i = (long)chunk * ChunkSize; i < Math.Min(careers, (chunk + 1L) * ChunkSize); i++)
            {
                Chance window = new(seed, (ulong)i, WindowPurpose), place = new(seed, (ulong)i, PlacePurpose);
                own.Kernel.Live(own.Career, new(seed, (ulong)i, LifePurpose), 10_000 + (3652.5 * window.Share()), double.MaxValue);
                population.Place(own.Career, ref place);
                part.Add(new(own.Career, int.MinValue, int.MaxValue), window.Share());
            }
            return own;
        }, _ => { });
        Tally sum = new(targets, model.Model.Kinds.Count);
        foreach (Tally part in parts) sum.Add(part);
        return sum;
    }
}
