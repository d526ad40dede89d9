namespace Shiremoot.Picture;

/// <summary>The factor of a small symmetric positive matrix, in its rows: solves, inverts and says which column is made of those before it.</summary>
sealed class Cholesky
{
    /// <summary>What is left of a column's own variation, below which it counts as made of the columns before it.</summary>
    private const double Least = 1e-9;

    private readonly double[] factor;

    private Cholesky(double[] factor, int size) => (this.factor, Size) = (factor, size);

    public int Size { get; }

    /// <summary>The factor by rows, noughts above the diagonal: rows · rows' is the matrix.</summary>
    public ReadOnlySpan<double> Rows => factor;

    /// <summary>Factors a matrix given by rows; its lower triangle is read.</summary>
    /// <param name="matrix">Size × size values.</param>
    /// <param name="size">Of a side.</param>
    /// <param name="factored">The factor.</param>
    /// <param name="fault">The first column with nothing of its own; -1 if there is none.</param>
    /// <param name="least">The least share of a column's variation that must be its own.</param>
    public static bool Try(ReadOnlySpan<double> matrix, int size, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Cholesky? factored, out int fault, double least = Least)
    {
        double[] l = new double[size * size];
        factored = null;
        for (int i = 0; i < size; i++)
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[(i * size) + j];
                for (int k = 0; k < j; k++) sum -= l[(i * size) + k] * l[(j * size) + k];
                if (i != j) l[(i * size) + j] = sum / l[(j * size) + j];
                else if (!(sum > least * matrix[(i * size) + i]) || !double.IsFinite(sum))
                {
                    fault = i;
                    return false;
                }
                else l[(i * size) + i] = Math.Sqrt(sum);
            }
        (factored, fault) = (new(l, size), -1);
        return true;
    }

    /// <summary>The log of the matrix's determinant.</summary>
    public double LogDeterminant()
    {
        double sum = 0;
        for (int i = 0; i < Size; i++) sum += 2 * Math.Log(factor[(i * Size) + i]);
        return sum;
    }

    /// <summary>The solution x of matrix · x = right.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = right.ToArray();
        Forward(x);
        for (int i = Size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < Size; k++) x[i] -= factor[(k * Size) + i] * x[k];
            x[i] /= factor[(i * Size) + i];
        }
        return x;
    }

    /// <summary>Solves factor · y = value in place: the squared length of y is value' · inverse · value.</summary>
    public void Forward(Span<double> value)
    {
        for (int i = 0; i < Size; i++)
        {
            double sum = value[i];
            for (int k = 0; k < i; k++) sum -= factor[(i * Size) + k] * value[k];
            value[i] = sum / factor[(i * Size) + i];
        }
    }

    /// <summary>value' · inverse · value.</summary>
    public double Quadratic(ReadOnlySpan<double> value)
    {
        double[] y = value.ToArray();
        Forward(y);
        double sum = 0;
        foreach (double part in y) sum += part * part;
        return sum;
    }

    /// <summary>The inverse of the factor, column after column of <see cref="Size"/> values, noughts above the diagonal: what <see cref="Forward"/> does, made ready for many vectors.</summary>
    public double[] InverseFactor()
    {
        double[] columns = new double[Size * Size];
        for (int j = 0; j < Size; j++)
        {
            columns[(j * Size) + j] = 1;
            Forward(columns.AsSpan(j * Size, Size));
        }
        return columns;
    }

    /// <summary>The inverse, by rows.</summary>
    public double[] Inverse()
    {
        double[] inverse = new double[Size * Size], unit = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            double[] column = Solve(unit);
            for (int j = 0; j < Size; j++) inverse[(j * Size) + i] = column[j];
        }
        return inverse;
    }
}
