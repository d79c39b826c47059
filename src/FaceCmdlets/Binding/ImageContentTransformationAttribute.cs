using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes bytes, a stream, or one byte of an array that the pipeline took apart; leaves the rest to other parameters.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ImageContentTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        byte[] bytes => new ImageContent(bytes),
        object[] items when items.Length > 0 && Array.TrueForAll(items, item => (item is PSObject o ? o.BaseObject : item) is byte) => new ImageContent(Array.ConvertAll(items, item => (byte)(item is PSObject o ? o.BaseObject : item))),
        Stream stream => new ImageContent(stream),
        JobContent waiting => waiting.Open(),
        byte piece => new ImageContent(piece),
        _ => inputData,
    };
}
