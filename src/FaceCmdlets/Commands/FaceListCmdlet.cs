namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on face lists.</summary>
public abstract class FaceListCmdlet : CollectionCmdlet
{
    private protected IFaceListService Lists => Connection.Service.FaceListsOf(Standard);

    private protected FaceListLookup Lookup => new(Connection.Service, Standard) { OffersNew = NeedsMissing };
}
