namespace FaceCmdlets;

/// <summary>What a lookup says of things that are not there.</summary>
/// <param name="Code">What error ids begin with.</param>
/// <param name="What">The thing, for people.</param>
/// <param name="List">The command that lists them.</param>
/// <param name="New">The command that makes the one that was looked for.</param>
/// <param name="Others">Where else there may be some.</param>
internal sealed record LookupWords(string Code, string What, string List, string New, string Others = "")
{
    /// <summary>Whether the command for what is missing is the one that makes it: whoever reads, changes or removes wants one that is there.</summary>
    public bool OffersNew { get; init; } = true;

    /// <summary>Whether the small ones are meant.</summary>
    public bool Standard { get; init; }

    /// <summary>Which ones are meant, for people.</summary>
    public string Size => SizeOf(Standard);

    /// <summary>Which ones are not meant, for people.</summary>
    public string OtherSize => SizeOf(!Standard);

    /// <summary>What to do where the other size is meant.</summary>
    public string OtherAdvice => Standard ? "leave out -Standard, or say -Standard:$false where the pipeline brings it" : "add -Standard";

    /// <summary>The words of a collection, which is large or small.</summary>
    /// <param name="what">The thing, for people.</param>
    /// <param name="noun">What its commands and its error ids have in common.</param>
    /// <param name="idOrName">What was looked for.</param>
    /// <param name="standard">Whether among the small ones.</param>
    /// <param name="offersNew">Whether making it is what to do next.</param>
    public static LookupWords OfCollection(string what, string noun, string idOrName, bool standard, bool offersNew)
    {
        string size = Switch(standard);
        string make = CollectionLookup.CanBeId(idOrName) ? NextCommand.Quoted(idOrName) : $"{CollectionLookup.IdLike(idOrName) ?? "ID"} -Name {NextCommand.Quoted(idOrName)}";
        return new(noun, what, $"Get-AzFace{Short(noun)}{size}", $"New-AzFace{Short(noun)} {make}{size}", standard ? " (the large ones without -Standard)" : " (the small ones with -Standard)")
        {
            Standard = standard,
            OffersNew = offersNew,
        };
    }

    /// <summary>Which ones, for people.</summary>
    public static string SizeOf(bool standard) => standard ? "small" : "large";

    /// <summary>How a command says that it means the small ones.</summary>
    public static string Switch(bool standard) => standard ? " -Standard" : string.Empty;

    /// <summary>The command that gets the one of the other size.</summary>
    public string Other(string id) => $"Get-AzFace{Short(Code)} {NextCommand.Quoted(id)}{Switch(!Standard)}";

    // The noun of the commands: AzFacePersonGroup, but AzFaceList.
    private static string Short(string code) => code.StartsWith("Face", StringComparison.Ordinal) ? code["Face".Length..] : code;
}
