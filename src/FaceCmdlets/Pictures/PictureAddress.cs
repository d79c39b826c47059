using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>The pictures behind a -Uri, which the service itself downloads; what is no address for it is an error of its own.</summary>
internal static class PictureAddress
{
    /// <summary>What signs a query: a shared access signature of Azure Storage, an address that Amazon S3 or Google Cloud Storage has signed.</summary>
    private static readonly string[] Signatures = ["sig", "Signature", "X-Amz-Signature", "X-Goog-Signature"];

    /// <summary>What goes with a signature and changes with it. Everything else may say which picture it is.</summary>
    private static readonly string[] Signed =
    [
        "sv", "ss", "srt", "sp", "st", "se", "sip", "spr", "sr", "si", "sdd", "ses", "skoid", "sktid", "skt", "ske", "sks", "skv", "saoid", "suoid", "scid",
        "Expires", "AWSAccessKeyId", "GoogleAccessId", "Key-Pair-Id", "Policy",
    ];

    /// <summary>An address as results, messages and checkpoints have it: without a signature, which is a secret, and a password.</summary>
    public static string WithoutSignature(string address)
    {
        int start = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        int end = address.AsSpan(start).IndexOfAny('/', '?', '#') is var length and >= 0 ? start + length : address.Length;
        int user = address.AsSpan(start, end - start).LastIndexOf('@');
        string text = user < 0 ? address : address.Remove(start, user + 1);
        int query = text.IndexOf('?', StringComparison.Ordinal);
        string[] pairs = query < 0 ? [] : text[(query + 1)..].Split('&');
        return pairs.Any(pair => Signatures.Contains(NameOf(pair), StringComparer.OrdinalIgnoreCase))
            ? text[..query] + (pairs.Where(pair => !IsOfSignature(NameOf(pair))).ToArray() is { Length: > 0 } others ? "?" + string.Join('&', others) : string.Empty)
            : text;
    }

    public static IEnumerable<PictureSource> Resolve(PSCmdlet cmdlet, Uri uri)
    {
        if (uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            yield return PictureSource.FromUri(uri);
        }
        else
        {
            cmdlet.WriteError(new ErrorRecord(new ArgumentException($"'{WithoutSignature(uri.OriginalString)}' is not an http or https address. The service downloads -Uri itself; for a file use -Path."), "InvalidURL", ErrorCategory.InvalidArgument, WithoutSignature(uri.OriginalString)));
        }
    }

    private static string NameOf(string pair) => pair.Split('=', 2)[0];

    private static bool IsOfSignature(string name) =>
        Signatures.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Signed.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("X-Goog-", StringComparison.OrdinalIgnoreCase);
}
