using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Writes members of an object; what is null is left out.</summary>
internal static class JsonWriting
{
    public static void Write(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Write(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBoolean(name, known);
        }
    }

    public static void Write(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    public static void Write(this Utf8JsonWriter json, string name, float? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    public static void Write(this Utf8JsonWriter json, string name, Guid? value)
    {
        if (value is { } known)
        {
            json.WriteString(name, known);
        }
    }

    public static void Write(this Utf8JsonWriter json, string name, DateTimeOffset value) => json.WriteString(name, value);

    public static void WriteModel<T>(this Utf8JsonWriter json, string name, IFaceModel<T>? value)
        where T : class, IFaceModel<T>
    {
        if (value is not null)
        {
            json.WriteStartObject(name);
            value.WriteMembers(json);
            json.WriteEndObject();
        }
    }

    public static void WriteModels<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T>? values)
        where T : class, IFaceModel<T>
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (T value in values)
            {
                json.WriteStartObject();
                value.WriteMembers(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    public static void WriteGuids(this Utf8JsonWriter json, string name, IEnumerable<Guid>? values)
    {
        if (values is not null)
        {
            json.WritePropertyName(name);
            json.WriteGuids(values);
        }
    }

    public static void WriteGuidLists(this Utf8JsonWriter json, string name, IEnumerable<IEnumerable<Guid>>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (IEnumerable<Guid> value in values)
            {
                json.WriteGuids(value);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteGuids(this Utf8JsonWriter json, IEnumerable<Guid> values)
    {
        json.WriteStartArray();
        foreach (Guid value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
