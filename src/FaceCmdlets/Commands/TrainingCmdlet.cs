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
    [IdTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <summary>The large face list's id or unique name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = OfFaceList)]
    [Alias("FaceListId")]
    [IdTransformation(typeof(FaceList))]
    [ArgumentCompleter(typeof(FaceListCompleter))]
    [ValidateNotNullOrEmpty]
    public string FaceList { get; set; } = string.Empty;

    /// <summary>What was given, as an error's target.</summary>
    private protected string Given => ParameterSetName == OfFaceList ? FaceList : PersonGroup;

    /// <summary>Finds the collection; where there is none, an error is written.</summary>
    private protected bool TryFindCollection(out ITrainableCollection trainable, out string id)
    {
        IFaceService service = Connection.Service;
        if (ParameterSetName == OfFaceList)
        {
            IFaceListService lists = service.FaceListsOf(Standard);
            trainable = lists;
            bool isFound = TryAsk(new FaceListLookup(service, Standard).ListAsync(FaceList, Unlimited), FaceList, out FaceList list);
            id = isFound ? list.FaceListId : string.Empty;
            return isFound;
        }

        IPersonGroupService groups = service.PersonGroupsOf(Standard);
        trainable = groups;
        bool isThere = TryAsk(GroupAsync(service), PersonGroup, out FacePersonGroup group);
        id = isThere ? group.PersonGroupId : string.Empty;
        return isThere;
    }

    /// <summary>Asks how far the training is. What throws at once is an error as well.</summary>
    private protected async Task<FaceTraining> Training(ITrainableCollection trainable, string id) => await trainable.GetTrainingAsync(id, Unlimited).ConfigureAwait(false);

    /// <summary>The group; where there is none, the error says of a face list of this id or name how it is trained.</summary>
    private async Task<FacePersonGroup> GroupAsync(IFaceService service)
    {
        try
        {
            return await new PersonGroupLookup(service, Standard).GroupAsync(PersonGroup, Unlimited).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.ErrorCode == "PersonGroupNotFound" && !Standard)
        {
            FaceList list;
            try
            {
                list = await new FaceListLookup(service, standard: false) { LooksElsewhere = false }.ListAsync(PersonGroup, Unlimited).ConfigureAwait(false);
            }
            catch (FaceServiceException)
            {
                throw e.With("A face list takes -FaceList; Get-AzFaceList lists them.", e.NextCommand);
            }

            string next = $"{MyInvocation.MyCommand.Name} -FaceList {NextCommand.Quoted(list.FaceListId)}";
            throw new FaceServiceException(e.ErrorCode, $"There is no person group '{PersonGroup}', but a face list: {next}", e.Category, false, e.Status, inner: e, next: next);
        }
    }
}
