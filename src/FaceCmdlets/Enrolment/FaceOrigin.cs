using System.Globalization;
using System.Text.RegularExpressions;

namespace FaceCmdlets;

/// <summary>
/// What an imported face remembers in its user data, since the service keeps no pictures: sha256:DIGEST@TRAINING TEXT.
/// TRAINING is when the group's last training began as the face was added, in milliseconds since 1970, 0 for none:
/// where that is still the last one, the face is not trained. TEXT is the user's own.
/// </summary>
internal readonly partial record struct FaceOrigin(ContentDigest Digest, long Training, string? Text)
{
    /// <summary>The service takes 1024; prefix, digest, a time with 13 digits, and what stands between take the rest.</summary>
    public const int LongestText = 1024 - 7 - 64 - 1 - 13 - 1;

    public static FaceOrigin? Parse(string? userData) =>
        userData is not null && Form().Match(userData) is { Success: true } match && long.TryParse(match.Groups["training"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long training)
            ? new FaceOrigin(ContentDigest.Parse(match.Groups["digest"].Value), training, match.Groups["text"] is { Success: true, Value: var text } ? text : null)
            : null;

    public override string ToString() => string.IsNullOrEmpty(Text)
        ? string.Create(CultureInfo.InvariantCulture, $"sha256:{Digest}@{Training}")
        : string.Create(CultureInfo.InvariantCulture, $"sha256:{Digest}@{Training} {Text}");

    [GeneratedRegex("^sha256:(?<digest>[0-9a-f]{64})@(?<training>[0-9]{1,18})( (?<text>.*))?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
