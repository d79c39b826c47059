using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Facial hair (limited access).</summary>
public class FacialHair : IFaceModel<FacialHair>
{
    internal FacialHair()
    {
    }

    /// <summary>0 to 1.</summary>
    public float Moustache { get; internal set; }

    /// <summary>0 to 1.</summary>
    public float Beard { get; internal set; }

    /// <summary>0 to 1.</summary>
    public float Sideburns { get; internal set; }

    static FacialHair IFaceModel<FacialHair>.Read(JsonElement element)
    {
        var result = new FacialHair();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "moustache":
                    result.Moustache = property.Value.GetSingle();
                    break;
                case "beard":
                    result.Beard = property.Value.GetSingle();
                    break;
                case "sideburns":
                    result.Sideburns = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FacialHair>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("moustache", Moustache);
        json.Write("beard", Beard);
        json.Write("sideburns", Sideburns);
    }
}
