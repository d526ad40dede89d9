using Shiremoot.Terms;

namespace Shiremoot.Economics.Chances;

/// <summary>Draws the inputs of one replicate and asks the model what follows, draw by draw.</summary>
/// <remarks>
/// A draw depends on the seed and its own number alone. Replicates are independent of one another, also where the points within one are evenly
/// spread, so that their differences say how exact an answer is.
/// </remarks>
internal sealed class DrawKernel
{
    private const uint Purpose = 0x44524157;

    private readonly UncertainModel model;
    private readonly MonteCarloOptions options;
    private readonly QuantileCurve[] curves;
    private readonly Copula copula;
    private readonly LeadingDirection? direction;
    private readonly int[] moved; // the inputs that go along it
    private readonly int[] moving; // the inputs that are not fixed: only these take a dimension
    private readonly bool[] isMixed;

    public DrawKernel(UncertainModel model, MonteCarloOptions options, QuantileCurve[] curves, Copula copula, LeadingDirection? direction)
    {
        (this.model, this.options, this.curves, this.copula, this.direction) = (model, options, curves, copula, direction);
        moved = direction is null ? [] : [.. Enumerable.Range(0, curves.Length).Where(i => direction.Moves[i] != 0)];
        moving = [.. Enumerable.Range(0, curves.Length).Where(i => model.Inputs[i].Spread.Kind != DistributionKind.Fixed)];
        isMixed = new bool[curves.Length];
        foreach (int i in copula.Inputs) isMixed[i] = true;
    }

    /// <summary>Fills the draws from <paramref name="from"/> up to <paramref name="until"/>.</summary>
    /// <param name="replicate">Which.</param>
    /// <param name="from">The first draw.</param>
    /// <param name="until">The draw after the last.</param>
    /// <param name="columns">Where they go.</param>
    public void Fill(int replicate, int from, int until, DrawnColumns columns)
    {
        (float[][] scores, double[][] outcomes) = (columns.Scores, columns.Outcomes);
        SobolPoints points = new(options.Seed, replicate, Math.Max(1, moving.Length));
        double[] shares = new double[moving.Length], drawn = new double[curves.Length], values = new double[curves.Length], follows = new double[outcomes.Length];
        for (int input = 0; input < values.Length; input++) values[input] = curves[input].AtScore(0); // those that are fixed stay so
        int line = columns.Of(replicate).Lines.Start.Value, lastLine = columns.Of(replicate).Lines.End.Value;
        for (int draw = from; draw < until; draw++)
        {
            if (options.Sampling == Sampling.Plain) Independent(draw, shares);
            else points.At(draw - from, shares);
            for (int d = 0; d < moving.Length; d++) drawn[moving[d]] = NormalQuantile.At(shares[d]);
            bool isLine = direction is not null && line < lastLine;
            if (isLine) columns.Along[line] = (float)direction!.At(drawn);
            copula.Mix(drawn);
            for (int d = 0; d < moving.Length; d++)
            {
                int input = moving[d];
                scores[input][draw] = (float)drawn[input];
                values[input] = curves[input].IsOfShare && !isMixed[input] ? curves[input].AtShare(shares[d]) : curves[input].AtScore(drawn[input]);
            }
            model.Kernel(values, follows);
            for (int o = 0; o < follows.Length; o++) outcomes[o][draw] = follows[o];
            if (!isLine) continue;
            float along = columns.Along[line];
            Move(LinePlaces.First(along) - along, drawn, values, follows);
            for (int o = 0; o < follows.Length; o++) columns.ToFirst[o][line] = (float)(follows[o] - outcomes[o][draw]);
            Move(LinePlaces.Second(along) - along, drawn, values, follows);
            for (int o = 0; o < follows.Length; o++) columns.ToSecond[o][line] = (float)(follows[o] - outcomes[o][draw]);
            line++;
        }
    }

    // What follows at another point of the line through a draw.
    private void Move(double by, ReadOnlySpan<double> drawn, Span<double> values, Span<double> follows)
    {
        foreach (int input in moved) values[input] = curves[input].AtScore(drawn[input] + (by * direction!.Moves[input]));
        model.Kernel(values, follows);
    }

    /// <summary>The inputs of one draw as a sentence holds them: a = 1, b = 2.</summary>
    public string Describe(int draw, float[][] scores) => string.Join(", ", moving.Take(6).Select(i =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{model.Inputs[i].Name} = {curves[i].AtScore(scores[i][draw]):0.####}")));

    private void Independent(int draw, double[] shares)
    {
        Chance chance = new(options.Seed, (ulong)draw, Purpose);
        for (int d = 0; d < shares.Length; d++) shares[d] = chance.Share();
    }
}
