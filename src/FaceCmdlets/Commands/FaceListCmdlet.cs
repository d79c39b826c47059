namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on face lists.</summary>
public abstract class FaceListCmdlet : CollectionCmdlet
{
    private protected IFaceListService Lists => Standard ? Connection.Service.StandardFaceLists : Connection.Service.FaceLists;

    private protected FaceListLookup Lookup => new(Lists);
}
