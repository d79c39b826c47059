using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Takes true and false also as the text that a table has. Anything else is an error: the binder would leave the switch out,
/// and the command would do something else than the row says.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SwitchTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        SwitchParameter given => given.IsPresent,
        bool given => given,
        string text when bool.TryParse(text, out bool given) => given,
        null => false,
        var other => throw new ArgumentTransformationMetadataException($"'{other}' is neither True nor False."),
    };
}
