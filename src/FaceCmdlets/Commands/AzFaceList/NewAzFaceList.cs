using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Makes a face list.</summary>
[Cmdlet(VerbsCommon.New, "AzFaceList", SupportsShouldProcess = true)]
[OutputType(typeof(FaceList))]
public sealed class NewAzFaceListCommand : FaceListCmdlet
{
    /// <summary>Its id: up to 64 of a-z, 0-9, - and _.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string FaceListId { get; set; } = string.Empty;

    /// <summary>Its name, up to 128 characters; the id where it is left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateTextLength(1, 128)]
    public string? Name { get; set; }

    /// <summary>Whatever you want to keep with it, up to 16 KB.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTextLength(0, 16384)]
    public string? UserData { get; set; }

    /// <summary>The network for its faces, for ever; recognition_04 is the newest and the default.</summary>
    [Parameter]
    [ValidateSet("recognition_01", "recognition_02", "recognition_03", "recognition_04")]
    public string RecognitionModel { get; set; } = "recognition_04";

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!CollectionLookup.CanBeId(FaceListId))
        {
            WriteError(NewError(new ArgumentException($"'{FaceListId}' is no id: it takes up to 64 of a-z (no capitals), 0-9, - and _. A name for people goes to -Name."), "InvalidFaceListId", ErrorCategory.InvalidArgument, FaceListId, CollectionLookup.IdLike(FaceListId) is { } id ? $"New-AzFaceList {id} -Name {NextCommand.Quoted(FaceListId)}{LookupWords.Switch(Standard)}" : null));
        }
        else if (ShouldProcess(FaceListId, $"Create {Kind(Standard)}") && TryDo(ListsOf(Standard).CreateAsync(FaceListId, Name ?? FaceListId, UserData, RecognitionModel, Unlimited), FaceListId))
        {
            WriteObject(new FaceList { FaceListId = FaceListId, Name = Name ?? FaceListId, UserData = UserData, RecognitionModel = RecognitionModel, Standard = Standard });
        }
    }
}
