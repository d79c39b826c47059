using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>
/// Keeps a row of a table (Import-Csv, [pscustomobject]) and what this module emits from becoming the text of itself: its properties Path
/// or Url are what is meant. The binder goes on to them where a cast is invalid.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PathTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: var item } && (item is PSCustomObject || item.GetType().Assembly == typeof(DetectedFace).Assembly)
            ? throw new ArgumentTransformationMetadataException("An object without the property Path, FullName or Url is no picture.", new PSInvalidCastException("The object is no path."))
            : inputData;
}
