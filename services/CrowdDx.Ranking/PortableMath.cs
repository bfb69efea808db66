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
        var high = 1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19 + z * (1.0 / 21))));
        var series = 1.0 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * high)))));
        return k * Ln2 + 2 * s * series;
    }
}
