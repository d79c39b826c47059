using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Adds the faces of pictures to a person.</summary>
[Cmdlet(VerbsCommon.Add, "AzFacePersonFace", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(PersistedFace))]
public sealed class AddAzFacePersonFaceCommand : AddFaceCmdlet
{
    private FacePerson? _person;
    private (string Group, string Person, bool Standard) _found;

    /// <summary>The group's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonGroupId")]
    [CollectionReferenceTransformation(typeof(FacePersonGroup))]
    [ArgumentCompleter(typeof(PersonGroupCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference PersonGroup { get; set; } = null!;

    /// <summary>The person's id or unique name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonId")]
    [CollectionReferenceTransformation(typeof(FacePerson))]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public FaceCollectionReference Person { get; set; } = null!;

    private protected override string OwnerArguments => $"{NextCommand.Quoted(PersonGroup.IdOrName)} {NextCommand.Quoted(Person.IdOrName)}{(IsOwnerStandard ? " -Standard" : string.Empty)}";

    private protected override string Owner => _person?.Name ?? Person.IdOrName;

    private protected override bool NamesOwner => PersonGroup is not null && Person is not null;

    private protected override FaceCollectionReference[] OwnerNames => [PersonGroup, Person];

    private protected override string? OwnerUserData => _person?.UserData;

    private IPersonGroupService Groups => Connection.Service.PersonGroupsOf(IsOwnerStandard);

    private protected override void FindOwner()
    {
        (string, string, bool) wanted = (PersonGroup.IdOrName, Person.IdOrName, IsOwnerStandard);
        if (_person is not null && _found == wanted)
        {
            return;
        }

        _person = null;
        var lookup = new PersonGroupLookup(Connection.Service, IsOwnerStandard);
        _found = wanted;
        _person = Wait(lookup.PersonAsync(Wait(lookup.GroupAsync(PersonGroup.IdOrName, Unlimited)).PersonGroupId, Person.IdOrName, Unlimited));
    }

    private protected override Task<Guid> AddAsync(PictureSource picture, int[]? face) => Groups.AddFaceAsync(_person!.PersonGroupId, _person.PersonId, picture, face, DetectionModel, FaceUserData, Unlimited);

    private protected override object Added(PictureSource picture, Guid id) =>
        new PersistedFace { Path = picture.Name, PersistedFaceId = id, UserData = FaceUserData, PersonId = _person!.PersonId, PersonGroupId = _person.PersonGroupId, Standard = IsOwnerStandard };
}
