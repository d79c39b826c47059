using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Rotation of the head, in degrees from -180 to 180.</summary>
public class HeadPose : IFaceModel<HeadPose>
{
    internal HeadPose()
    {
    }

    /// <summary>About the axis from ear to ear.</summary>
    public float Pitch { get; internal set; }

    /// <summary>In the plane of the picture.</summary>
    public float Roll { get; internal set; }

    /// <summary>About the vertical axis.</summary>
    public float Yaw { get; internal set; }

    static HeadPose IFaceModel<HeadPose>.Read(JsonElement element)
    {
        var result = new HeadPose();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "pitch":
                    result.Pitch = property.Value.GetSingle();
                    break;
                case "roll":
                    result.Roll = property.Value.GetSingle();
                    break;
                case "yaw":
                    result.Yaw = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<HeadPose>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("pitch", Pitch);
        json.Write("roll", Roll);
        json.Write("yaw", Yaw);
    }
}
