using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Adds the faces of pictures to a face list.</summary>
[Cmdlet(VerbsCommon.Add, "AzFaceListFace", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(FaceListFace))]
public sealed class AddAzFaceListFaceCommand : AddFaceCmdlet
{
    private FaceList? _list;

    /// <summary>The list's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FaceListId")]
    [CollectionReferenceTransformation(typeof(FaceList))]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference FaceList { get; set; } = null!;

    private protected override string OwnerArguments => $"{NextCommand.Quoted(FaceList.IdOrName)}{(IsOwnerStandard ? " -Standard" : string.Empty)}";

    private protected override string Owner => _list?.FaceListId ?? FaceList.IdOrName;

    private protected override FaceCollectionReference[] OwnerNames => [FaceList];

    private IFaceListService Lists => Connection.Service.FaceListsOf(IsOwnerStandard);

    private protected override void FindOwner() => _list = Wait(new FaceListLookup(Connection.Service, IsOwnerStandard).ListAsync(FaceList.IdOrName, Unlimited));

    private protected override Task<Guid> AddAsync(PictureSource picture, int[]? face) => Lists.AddFaceAsync(_list!.FaceListId, picture, face, DetectionModel, FaceUserData, Unlimited);

    private protected override object Added(PictureSource picture, Guid id) =>
        new FaceListFace { Path = picture.Name, PersistedFaceId = id, UserData = FaceUserData, FaceListId = _list!.FaceListId, Standard = IsOwnerStandard };
}
