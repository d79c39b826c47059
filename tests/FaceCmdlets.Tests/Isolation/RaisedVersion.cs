using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FaceCmdlets.Tests.Isolation;

/// <summary>Where no newer version of a library is out: the one that is, and a number that is yet to come.</summary>
internal static class RaisedVersion
{
    public static void Copy(string assembly, string target, Version version)
    {
        byte[] image = File.ReadAllBytes(assembly);
        using (var file = new PEReader(new MemoryStream(image)))
        {
            MetadataReader metadata = file.GetMetadataReader();
            // The only row of the table of assemblies: four bytes of the hash's kind, then the version.
            Span<byte> row = image.AsSpan(file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.Assembly) + 4);
            BinaryPrimitives.WriteUInt16LittleEndian(row, (ushort)version.Major);
            BinaryPrimitives.WriteUInt16LittleEndian(row[2..], (ushort)version.Minor);
            BinaryPrimitives.WriteUInt16LittleEndian(row[4..], (ushort)version.Build);
            BinaryPrimitives.WriteUInt16LittleEndian(row[6..], (ushort)version.Revision);
        }

        File.WriteAllBytes(target, image);
    }
}
