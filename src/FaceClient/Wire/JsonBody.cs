using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>Bodies of requests: objects as JSON.</summary>
internal static class JsonBody
{
    /// <summary>An object whose members <paramref name="writeMembers"/> writes.</summary>
    public static RequestContent Of(Action<Utf8JsonWriter> writeMembers) => RequestContent.Create(Bytes(writeMembers));

    public static RequestContent Of<T>(IFaceModel<T> model)
        where T : class, IFaceModel<T> => RequestContent.Create(Bytes(model));

    public static BinaryData Bytes<T>(IFaceModel<T> model)
        where T : class, IFaceModel<T> => Bytes(model.WriteMembers);

    private static BinaryData Bytes(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return BinaryData.FromBytes(buffer.WrittenMemory);
    }
}
