using MathNet.Numerics.LinearAlgebra;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Chances;

/// <summary>
/// Makes independent normal scores go together (a Gaussian copula): the Spearman correlation asked for, r, becomes 2 sin(πr ÷ 6) between the
/// scores (Pearson, 1907), and the scores are mixed by the Cholesky factor of those.
/// </summary>
internal sealed class Copula
{
    private readonly int[] inputs;
    private readonly double[] factor;

    private Copula(int[] inputs, double[] factor) => (this.inputs, this.factor) = (inputs, factor);

    /// <summary>The inputs that go with others, in the order of the model.</summary>
    public IReadOnlyList<int> Inputs => inputs;

    public static Outcome<Copula> Of(UncertainModel model)
    {
        Dictionary<string, int> places = [];
        for (int i = 0; i < model.Inputs.Count; i++) places[model.Inputs[i].Name] = i;
        HashSet<(int, int)> seen = [];
        foreach (RankCorrelation pair in model.Correlations)
        {
            foreach (string name in (string[])[pair.One, pair.Other])
                if (!places.ContainsKey(name)) return Refusals.NoSuchInput(name, places.Keys);
            (int one, int other) = (places[pair.One], places[pair.Other]);
            if (one == other || !seen.Add((Math.Min(one, other), Math.Max(one, other)))) return Refusals.CorrelationTwice(pair.One, pair.Other);
            if (!(Math.Abs(pair.Rank) < 1)) return Refusals.CorrelationRange(pair.One, pair.Other, pair.Rank);
            foreach (string name in (string[])[pair.One, pair.Other])
                if (model.Inputs[places[name]].Spread.Kind == DistributionKind.Fixed) return Refusals.CorrelationOfFixed(name);
        }
        int[] inputs = [.. model.Correlations.SelectMany(c => new[] { places[c.One], places[c.Other] }).Distinct().Order()];
        double[] matrix = MatrixOf(model, inputs, places);
        if (!Cholesky.Try(matrix, inputs.Length, out Cholesky? factored, out int fault))
            return Refusals.CorrelationsClash(model.Inputs[inputs[fault]].Name, Shrinkage(matrix, inputs.Length));
        return new Copula(inputs, factored.Rows.ToArray());
    }

    /// <summary>Mixes the scores of one draw in place, last first, for each is made of those before it.</summary>
    public void Mix(Span<double> scores)
    {
        for (int row = inputs.Length - 1; row > 0; row--)
        {
            double sum = 0;
            for (int k = 0; k <= row; k++) sum += factor[(row * inputs.Length) + k] * scores[inputs[k]];
            scores[inputs[row]] = sum;
        }
    }

    /// <summary>Turns slopes by mixed scores, in place, into slopes by the independent ones.</summary>
    public void Gather(Span<double> slopes)
    {
        for (int k = 0; k < inputs.Length; k++)
        {
            double sum = 0;
            for (int row = k; row < inputs.Length; row++) sum += factor[(row * inputs.Length) + k] * slopes[inputs[row]];
            slopes[inputs[k]] = sum;
        }
    }

    private static double[] MatrixOf(UncertainModel model, int[] inputs, Dictionary<string, int> places)
    {
        int size = inputs.Length;
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) matrix[(i * size) + i] = 1;
        foreach (RankCorrelation pair in model.Correlations)
        {
            (int i, int j) = (Array.IndexOf(inputs, places[pair.One]), Array.IndexOf(inputs, places[pair.Other]));
            matrix[(i * size) + j] = matrix[(j * size) + i] = 2 * Math.Sin(Math.PI * pair.Rank / 6);
        }
        return matrix;
    }

    // What all of the correlations may be multiplied by: the least eigenvalue λ of the matrix becomes 1 − s(1 − λ), which must stay above nought.
    private static double Shrinkage(double[] matrix, int size)
    {
        double least = Matrix<double>.Build.Dense(size, size, matrix).Evd(Symmetricity.Symmetric).EigenValues.Min(v => v.Real);
        return Math.Floor(100 * Math.Min(0.99, 0.98 / (1 - least))) / 100;
    }
}
