using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on the training of a person group or a large face list.</summary>
public abstract class TrainingCmdlet : CollectionCmdlet
{
    private protected const string OfPersonGroup = "PersonGroup";
    private protected const string OfFaceList = "FaceList";

    /// <summary>The person group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = OfPersonGroup)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>The large face list's id or unique name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = OfFaceList)]
    [Alias("FaceListId")]
    [CollectionReferenceTransformation(typeof(FaceList))]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference FaceList { get; set; } = null!;

    /// <summary>What was given, as an error's target.</summary>
    private protected string Given => (ParameterSetName == OfFaceList ? FaceList : PersonGroup).IdOrName;

    /// <summary>Finds the collection; where there is none, an error is written.</summary>
    private protected bool TryFindCollection(out ITrainableCollection trainable, out string id, out string kind)
    {
        bool isList = ParameterSetName == OfFaceList;
        (trainable, id, kind) = (null!, string.Empty, string.Empty);
        if (!TrySize(out bool standard, isList ? FaceList : PersonGroup))
        {
            return false;
        }

        IFaceService service = Connection.Service;
        kind = $"{LookupWords.SizeOf(standard)} {(isList ? "face list" : "person group")}";
        trainable = isList ? service.FaceListsOf(standard) : service.PersonGroupsOf(standard);
        return TryAsk(isList ? ListAsync(service, standard) : GroupAsync(service, standard), Given, out id);
    }

    /// <summary>Asks how far the training is. What throws at once is an error as well.</summary>
    private protected async Task<FaceTraining> Training(ITrainableCollection trainable, string id) => await trainable.GetTrainingAsync(id, Unlimited).ConfigureAwait(false);

    private async Task<string> ListAsync(IFaceService service, bool standard) => (await new FaceListLookup(service, standard).ListAsync(Given, Unlimited).ConfigureAwait(false)).FaceListId;

    /// <summary>The group; where there is none, the error says of a face list of this id or name how it is trained.</summary>
    private async Task<string> GroupAsync(IFaceService service, bool standard)
    {
        try
        {
            return (await new PersonGroupLookup(service, standard).GroupAsync(Given, Unlimited).ConfigureAwait(false)).PersonGroupId;
        }
        catch (FaceServiceException e) when (e.ErrorCode == "PersonGroupNotFound" && !standard)
        {
            FaceList list;
            try
            {
                list = await new FaceListLookup(service, standard: false) { LooksElsewhere = false }.ListAsync(Given, Unlimited).ConfigureAwait(false);
            }
            catch (FaceServiceException)
            {
                throw e.With("A face list takes -FaceList; Get-AzFaceList lists them.", e.NextCommand);
            }

            string next = $"{MyInvocation.MyCommand.Name} -FaceList {NextCommand.Quoted(list.FaceListId)}";
            throw new FaceServiceException(e.ErrorCode, $"There is no person group '{Given}', but a face list: {next}", e.Category, false, e.Status, inner: e, next: next);
        }
    }
}
