using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Adds the faces of pictures to a person.</summary>
[Cmdlet(VerbsCommon.Add, "AzFacePersonFace", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(PersistedFace))]
public sealed class AddAzFacePersonFaceCommand : AddFaceCmdlet
{
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
    [IdTransformation(typeof(FacePerson))]
    [ArgumentCompleter(typeof(PersonCompleter))]
    [ValidateNotNullOrEmpty]
    public string Person { get; set; } = string.Empty;

    private protected override string OwnerArguments => $"{NextCommand.Quoted(PersonGroup)} {NextCommand.Quoted(Person)}{(Standard ? " -Standard" : string.Empty)}";

    private protected override string Owner => _person?.Name ?? Person;

    private IPersonGroupService Groups => Connection.Service.PersonGroupsOf(Standard);

    private protected override void FindOwner()
    {
        var lookup = new PersonGroupLookup(Groups);
        _person = Wait(lookup.PersonAsync(Wait(lookup.GroupAsync(PersonGroup, Unlimited)).PersonGroupId, Person, Unlimited));
    }

    private protected override Task<Guid> AddAsync(PictureSource picture) => Groups.AddFaceAsync(_person!.PersonGroupId, _person.PersonId, picture, TargetFace, DetectionModel, UserData, Unlimited);

    private protected override object Added(PictureSource picture, Guid id) =>
        new PersistedFace { Path = picture.Name, PersistedFaceId = id, UserData = UserData, PersonId = _person!.PersonId, PersonGroupId = _person.PersonGroupId, Standard = Standard };
}
