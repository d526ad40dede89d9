using System.Buffers.Binary;
using System.IO.Hashing;

namespace Shiremoot.Futures;

/// <summary>
/// What figures depend on besides what is asked: the program, to the build, and how the machine reckons. Two programs of the same name here give the same bytes.
/// </summary>
public static class EngineBuild
{
    private const int Tried = 4096;
    private static readonly Lazy<string> Own = new(Reckon);

    /// <summary>The name of this build on this machine: version, build, arithmetic.</summary>
    public static string Name => Own.Value;

    // The id of a compiled module is a hash of what it was compiled from and to.
    private static string Reckon()
    {
        string build = typeof(EngineBuild).Assembly.ManifestModule.ModuleVersionId.ToString("n")[..12];
        return $"{typeof(EngineBuild).Assembly.GetName().Version!.ToString(3)}-{build}-{Arithmetic():x8}";
    }

    // Logarithms and powers come from the machine's own library, and one that rounds otherwise in the last bit would change a simulation.
    private static uint Arithmetic()
    {
        XxHash32 hash = new();
        Span<byte> bits = stackalloc byte[sizeof(double)];
        for (int i = 1; i <= Tried; i++)
        {
            double at = i / 1024.0 * 1.0000001;
            foreach (double value in (ReadOnlySpan<double>)[Math.Log(at), Math.Exp(at), Math.Exp(-at), Math.Pow(at, 0.37), Math.Sin(at), Math.Cos(at), Math.Sqrt(at), Math.Tan(at)])
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bits, value);
                hash.Append(bits);
            }
        }
        return hash.GetCurrentHashAsUInt32();
    }
}
