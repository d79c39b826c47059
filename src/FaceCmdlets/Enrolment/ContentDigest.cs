using System.Globalization;
using System.Security.Cryptography;

namespace FaceCmdlets;

/// <summary>The SHA-256 of a picture's bytes: the same picture, whatever its file is called.</summary>
internal readonly record struct ContentDigest(UInt128 High, UInt128 Low)
{
    private const int HalfLength = 32;

    public static ContentDigest Of(ReadOnlySpan<byte> content) => Parse(Convert.ToHexString(SHA256.HashData(content)));

    /// <summary>Reads 64 hexadecimal digits.</summary>
    public static ContentDigest Parse(ReadOnlySpan<char> hex) => new(Half(hex[..HalfLength]), Half(hex[HalfLength..]));

    public override string ToString() => High.ToString("x32", CultureInfo.InvariantCulture) + Low.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 Half(ReadOnlySpan<char> hex) => UInt128.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
