using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Which parts of a face are covered.</summary>
public class OcclusionProperties : IFaceModel<OcclusionProperties>
{
    internal OcclusionProperties()
    {
    }

    /// <summary>The forehead.</summary>
    public bool ForeheadOccluded { get; internal set; }

    /// <summary>An eye.</summary>
    public bool EyeOccluded { get; internal set; }

    /// <summary>The mouth.</summary>
    public bool MouthOccluded { get; internal set; }

    static OcclusionProperties IFaceModel<OcclusionProperties>.Read(JsonElement element)
    {
        var result = new OcclusionProperties();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "foreheadOccluded":
                    result.ForeheadOccluded = property.Value.GetBoolean();
                    break;
                case "eyeOccluded":
                    result.EyeOccluded = property.Value.GetBoolean();
                    break;
                case "mouthOccluded":
                    result.MouthOccluded = property.Value.GetBoolean();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<OcclusionProperties>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("foreheadOccluded", ForeheadOccluded);
        json.Write("eyeOccluded", EyeOccluded);
        json.Write("mouthOccluded", MouthOccluded);
    }
}
