using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Takes a connection by its name as well.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FaceContextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>What becomes of a connection in a file of Export-Clixml, or on its way to a job of Start-Job.</summary>
    private const string Left = "Deserialized.FaceCmdlets.FaceContext";

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is PSObject { TypeNames: [Left, ..] })
        {
            throw new ArgumentTransformationMetadataException("This connection was saved, or comes from another process, and left its secret there. Connect where it is used, such as in the job's script block; Start-ThreadJob and -AsJob stay in this process and take it as it is.");
        }

        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string name)
        {
            return inputData;
        }

        return FaceSession.Current.Named(name) is { } context
            ? context
            : throw new ArgumentTransformationMetadataException(FaceSession.NoSuchContext(name));
    }
}
