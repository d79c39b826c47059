namespace FaceEmulator.Storage;

/// <summary>What a kind of collection is called, and how much of it there may be (tier S0).</summary>
/// <param name="Path">Its part of the path, and its name in the database.</param>
/// <param name="Name">Its name in codes and JSON.</param>
/// <param name="Spoken">Its name in messages.</param>
/// <param name="MostCollections">How many there may be.</param>
/// <param name="MostMembers">How many persons one may have, or a list faces.</param>
/// <param name="NothingToTrain">Why a training of an empty one fails; null where nothing is trained and a face is found at once.</param>
internal sealed record CollectionKind(string Path, string Name, string Spoken, int MostCollections, int MostMembers, string? NothingToTrain)
{
    private const string NoPerson = "There is no person with a face in the group.";

    public static CollectionKind FaceList { get; } = new("facelists", "FaceList", "Face list", 64, 1000, null);

    public static CollectionKind LargeFaceList { get; } = new("largefacelists", "LargeFaceList", "Large face list", 1_000_000, 1_000_000, "There is no face in the list.");

    public static CollectionKind PersonGroup { get; } = new("persongroups", "PersonGroup", "Person group", 1_000_000, 10_000, NoPerson);

    public static CollectionKind LargePersonGroup { get; } = new("largepersongroups", "LargePersonGroup", "Large person group", 1_000_000, 1_000_000, NoPerson);

    /// <summary>The id's name in JSON, such as largeFaceListId.</summary>
    public string IdName { get; } = char.ToLowerInvariant(Name[0]) + Name[1..] + "Id";
}
