using System.Collections;
using System.Globalization;
using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>One row of a table of people, or a picture found in a folder.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Path">The picture, or a folder of pictures.</param>
internal sealed record EnrolmentRow(string? Name, string? Path)
{
    public const string Columns = "A table of people has Name (or Person) and Path, and where wanted UserData, PersonUserData and TargetFace.";

    /// <summary>The service's limits (REST API v1.2).</summary>
    private const int LongestName = 128;
    private const int LongestPersonUserData = 16384;

    /// <summary>What to keep with the face.</summary>
    public string? UserData { get; init; }

    /// <summary>What to keep with the person, where it is made.</summary>
    public string? PersonUserData { get; init; }

    /// <summary>left, top, width, height as the table has it.</summary>
    public string? TargetFace { get; init; }

    /// <summary>Where a path that is not whole begins; null for the current folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Where the row stands, for errors: "people.csv line 3".</summary>
    public string Where { get; init; } = string.Empty;

    /// <summary>Why it is nothing to add.</summary>
    public (string Reason, string Message)? Skip { get; init; }

    /// <summary>The four numbers of <see cref="TargetFace"/>; null where there are not four.</summary>
    public int[]? Target
    {
        get
        {
            int[] numbers = [.. (TargetFace ?? string.Empty).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
            return numbers is [>= 0, >= 0, > 0, > 0] ? numbers : null;
        }
    }

    /// <summary>Takes the columns that it knows.</summary>
    public static EnrolmentRow From(Func<string, object?> cell, string where) =>
        new((Text(cell("Name")) ?? Text(cell("Person")))?.Trim().Normalize(), Text(cell("Path"))?.Trim())
        {
            UserData = Text(cell("UserData")),
            PersonUserData = Text(cell("PersonUserData")),
            TargetFace = Text(cell("TargetFace")),
            Where = where,
        };

    /// <summary>What is wrong with the row; null where nothing is.</summary>
    public (string Id, string Message)? Complaint() =>
        string.IsNullOrEmpty(Name) ? ("NameMissing", $"{Where} has no name. {Columns}")
        : Name.Length > LongestName ? ("NameTooLong", FormattableString.Invariant($"{Where}: the name has {Name.Length} characters; the service takes {LongestName}."))
        : string.IsNullOrEmpty(Path) ? ("PathMissing", $"{Where}: {Name} has no path. {Columns}")
        : PictureFiles.IsAddress(Path) ? ("InvalidPath", $"{Where}: '{PictureAddress.WithoutSignature(Path)}' is an address; the pictures to import are files.")
        : TargetFace is not null && Target is null ? ("InvalidTargetFace", $"{Where}: TargetFace '{TargetFace}' is not left, top, width, height in pixels.")
        : UserData?.Length > FaceOrigin.LongestText ? ("UserDataTooLong", FormattableString.Invariant($"{Where}: UserData has {UserData.Length} characters; with what the import keeps itself there is room for {FaceOrigin.LongestText}."))
        : PersonUserData?.Length > LongestPersonUserData ? ("UserDataTooLong", FormattableString.Invariant($"{Where}: PersonUserData has {PersonUserData.Length} characters; the service takes {LongestPersonUserData}."))
        : null;

    private static string? Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null or "" => null,
        string text => text,
        IEnumerable parts => string.Join(", ", parts.Cast<object?>().Select(Text)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
