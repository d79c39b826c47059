using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A rectangle in pixels, from the top left of the picture.</summary>
public class FaceRectangle : IFaceModel<FaceRectangle>
{
    internal FaceRectangle()
    {
    }

    /// <summary>Pixels from the top.</summary>
    public int Top { get; internal set; }

    /// <summary>Pixels from the left.</summary>
    public int Left { get; internal set; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; internal set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; internal set; }

    static FaceRectangle IFaceModel<FaceRectangle>.Read(JsonElement element)
    {
        var result = new FaceRectangle();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "top":
                    result.Top = property.Value.GetInt32();
                    break;
                case "left":
                    result.Left = property.Value.GetInt32();
                    break;
                case "width":
                    result.Width = property.Value.GetInt32();
                    break;
                case "height":
                    result.Height = property.Value.GetInt32();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceRectangle>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("top", Top);
        json.Write("left", Left);
        json.Write("width", Width);
        json.Write("height", Height);
    }
}
