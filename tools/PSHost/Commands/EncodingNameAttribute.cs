using System.Management.Automation;
using System.Text;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Takes the names that pwsh has for encodings: utf8 (without a mark), utf8BOM, ascii, unicode …</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingNameAttribute : ArgumentTransformationAttribute
{
    internal static readonly Encoding Default = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return data is not string name
            ? inputData
            : name.ToUpperInvariant() switch
            {
                "UTF8" or "UTF8NOBOM" => Default,
                "UTF8BOM" => Encoding.UTF8,
                "ASCII" => Encoding.ASCII,
                "ANSI" or "OEM" or "LATIN1" => Encoding.Latin1,
                "UNICODE" => Encoding.Unicode,
                "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
                "UTF32" => Encoding.UTF32,
                _ => Encoding.GetEncoding(name),
            };
    }
}
