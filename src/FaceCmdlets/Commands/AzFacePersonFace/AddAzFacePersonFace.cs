using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Adds the faces of pictures to a person.</summary>
[Cmdlet(VerbsCommon.Add, "AzFacePersonFace", SupportsShouldProcess = true)]
[OutputType(typeof(PersistedFace))]
public sealed class AddAzFacePersonFaceCommand : PersonGroupCmdlet
{
    private FacePersonGroup? _group;
    private FacePerson? _person;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PersonGroupId")]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public string PersonGroup { get; set; } = string.Empty;

    /// <summary>The person's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("PersonId")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public string Person { get; set; } = string.Empty;

    /// <summary>Pictures with one face each; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [PathTransformation]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Where the face is, for pictures with several: left, top, width, height in pixels.</summary>
    [Parameter]
    [ValidateCount(4, 4)]
    public int[]? TargetFace { get; set; }

    /// <summary>Whatever you want to keep with the face, up to 1 KB.</summary>
    [Parameter]
    [ValidateLength(0, 1024)]
    public string? UserData { get; set; }

    /// <summary>The network that finds the face; detection_03 is the newest and the default.</summary>
    [Parameter]
    [ValidateSet(DetectionModels.Detection01, DetectionModels.Detection02, DetectionModels.Detection03)]
    public string DetectionModel { get; set; } = DetectionModels.Detection03;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        // One person, many pictures: looked up once, and without it nothing makes sense.
        try
        {
            _group = Wait(Lookup.GroupAsync(PersonGroup, Unlimited));
            _person = Wait(Lookup.PersonAsync(_group.PersonGroupId, Person, Unlimited));
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, _group is null ? PersonGroup : Person));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PictureSource picture in Path!.SelectMany(path => PictureFiles.Resolve(this, path, wildcards: true)))
        {
            if (ShouldProcess(picture.Name, $"Add face to {_person!.Name}")
                && TryAsk(Groups.AddFaceAsync(_group!.PersonGroupId, _person.PersonId, picture, TargetFace, DetectionModel, UserData, Unlimited), picture.Target, out Guid id))
            {
                WriteObject(new PersistedFace { Path = picture.Name, PersistedFaceId = id, UserData = UserData, PersonId = _person.PersonId, PersonGroupId = _group.PersonGroupId });
            }
        }
    }
}
