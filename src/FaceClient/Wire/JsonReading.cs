using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Reads what the service answers.</summary>
internal static class JsonReading
{
    public static T Read<T>(this JsonElement element)
        where T : class, IFaceModel<T> => T.Read(element);

    public static IReadOnlyList<T> ReadList<T>(this JsonElement element)
        where T : class, IFaceModel<T>
    {
        var list = new List<T>(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
        {
            list.Add(T.Read(item));
        }

        return list;
    }

    public static IReadOnlyList<Guid> ReadGuids(this JsonElement element) => Guids(element);

    public static IReadOnlyList<IList<Guid>> ReadGuidLists(this JsonElement element)
    {
        var list = new List<IList<Guid>>(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
        {
            list.Add(Guids(item));
        }

        return list;
    }

    private static List<Guid> Guids(JsonElement element)
    {
        var list = new List<Guid>(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
        {
            list.Add(item.GetGuid());
        }

        return list;
    }
}
