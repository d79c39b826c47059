using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Takes a connection by its name as well.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FaceContextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string name)
        {
            return inputData;
        }

        return FaceSession.Current.Named(name) is { } context
            ? context
            : throw new ArgumentTransformationMetadataException(FaceSession.NoSuchContext(name));
    }
}
