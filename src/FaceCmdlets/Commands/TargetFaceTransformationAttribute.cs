using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes a face's FaceRectangle for the four numbers left, top, width, height.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TargetFaceTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is FaceRectangle { Left: var left, Top: var top, Width: var width, Height: var height } ? (int[])[left, top, width, height] : inputData;
}
