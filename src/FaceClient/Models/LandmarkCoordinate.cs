using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A point in pixels, from the top left of the picture.</summary>
public class LandmarkCoordinate : IFaceModel<LandmarkCoordinate>
{
    internal LandmarkCoordinate()
    {
    }

    /// <summary>Pixels from the left.</summary>
    public float X { get; internal set; }

    /// <summary>Pixels from the top.</summary>
    public float Y { get; internal set; }

    static LandmarkCoordinate IFaceModel<LandmarkCoordinate>.Read(JsonElement element)
    {
        var result = new LandmarkCoordinate();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "x":
                    result.X = property.Value.GetSingle();
                    break;
                case "y":
                    result.Y = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LandmarkCoordinate>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("x", X);
        json.Write("y", Y);
    }
}
