using System.Numerics;
using System.Runtime.CompilerServices;

namespace CrowdDx.Ranking;

/// <summary>What the platform's C library computes differently from machine to machine.</summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417;
    private const double Sqrt2 = 1.41421356237309504880;

    /// <summary>
    /// The natural logarithm of a positive normal number, within a few units in the last place: x = m·2^k with m in (√½, √2],
    /// ln m = 2 artanh((m − 1)/(m + 1)) by its series (Abramowitz and Stegun 4.1.27).
    /// </summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > Sqrt2)
        {
            m *= 0.5;
            k++;
        }

        var s = (m - 1) / (m + 1);
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;
        var low = 1.0 + z * (1.0 / 3) + z2 * (1.0 / 5 + z * (1.0 / 7)); // Estrin's scheme: shorter chains than Horner's
        var middle = 1.0 / 9 + z * (1.0 / 11) + z2 * (1.0 / 13 + z * (1.0 / 15));
        var high = 1.0 / 17 + z * (1.0 / 19);
        var series = low + z4 * (middle + z4 * high);
        return k * Ln2 + s * 2 * series;
    }

    /// <summary>
    /// Each value's <see cref="Log(double)"/>, several at once: the same operations in the same order in every lane, so to the last bit the same on every machine,
    /// however wide its vectors.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Log(Span<double> values)
    {
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var lanes = values.Slice(i, Vector<double>.Count);
            Log(new Vector<double>(lanes)).CopyTo(lanes);
        }

        for (; i < values.Length; i++)
            values[i] = Log(values[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Log(Vector<double> x)
    {
        const double twoTo52 = 1L << 52; // whose bits, with a small whole number in the fraction, are 2^52 plus that number
        var bits = Vector.AsVectorUInt64(x);
        var k = Vector.AsVectorDouble((bits >>> 52) | Vector.AsVectorUInt64(new Vector<double>(twoTo52))) - new Vector<double>(twoTo52 + 1023);
        var m = Vector.AsVectorDouble((bits & new Vector<ulong>(0x000F_FFFF_FFFF_FFFF)) | new Vector<ulong>(0x3FF0_0000_0000_0000));
        var large = Vector.AsVectorDouble(Vector.GreaterThan(m, new Vector<double>(Sqrt2)));
        m = Vector.ConditionalSelect(Vector.AsVectorInt64(large), m * 0.5, m);
        k += Vector.ConditionalSelect(Vector.AsVectorInt64(large), Vector<double>.One, Vector<double>.Zero);

        var one = Vector<double>.One;
        var s = (m - one) / (m + one);
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;
        var low = one + z * (1.0 / 3) + z2 * (new Vector<double>(1.0 / 5) + z * (1.0 / 7));
        var middle = new Vector<double>(1.0 / 9) + z * (1.0 / 11) + z2 * (new Vector<double>(1.0 / 13) + z * (1.0 / 15));
        var high = new Vector<double>(1.0 / 17) + z * (1.0 / 19);
        var series = low + z4 * (middle + z4 * high);
        return k * Ln2 + s * 2 * series;
    }
}
