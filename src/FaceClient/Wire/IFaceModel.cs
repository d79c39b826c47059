using System.ClientModel.Primitives;
using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>
/// What each model says of its JSON: how to read it and how to write its members. From these two follow
/// <see cref="IJsonModel{T}"/> and <see cref="IPersistableModel{T}"/>, which every model implements through this.
/// </summary>
internal interface IFaceModel<T> : IJsonModel<T>
    where T : class, IFaceModel<T>
{
    /// <summary>Reads an object of the service. Unknown members are passed over, null ones left unset.</summary>
    static abstract T Read(JsonElement element);

    /// <summary>Writes the members that are set, between the braces.</summary>
    void WriteMembers(Utf8JsonWriter json);

    void IJsonModel<T>.Write(Utf8JsonWriter writer, ModelReaderWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CheckFormat(options);
        writer.WriteStartObject();
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    T IJsonModel<T>.Create(ref Utf8JsonReader reader, ModelReaderWriterOptions options)
    {
        CheckFormat(options);
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return T.Read(document.RootElement);
    }

    BinaryData IPersistableModel<T>.Write(ModelReaderWriterOptions options)
    {
        CheckFormat(options);
        return JsonBody.Bytes(this);
    }

    T IPersistableModel<T>.Create(BinaryData data, ModelReaderWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckFormat(options);
        using JsonDocument document = JsonDocument.Parse(data);
        return T.Read(document.RootElement);
    }

    string IPersistableModel<T>.GetFormatFromOptions(ModelReaderWriterOptions options) => "J";

    private static void CheckFormat(ModelReaderWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Format is not ("J" or "W"))
        {
            throw new FormatException($"{typeof(T).Name} is JSON: format J or W, not {options.Format}.");
        }
    }
}
