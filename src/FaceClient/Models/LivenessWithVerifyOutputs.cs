using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Whether the person is the one of the picture to verify.</summary>
public class LivenessWithVerifyOutputs : IFaceModel<LivenessWithVerifyOutputs>
{
    internal LivenessWithVerifyOutputs()
    {
    }

    /// <summary>How alike, 0 to 1.</summary>
    public float MatchConfidence { get; internal set; }

    /// <summary>Whether the service takes them for one person.</summary>
    public bool IsIdentical { get; internal set; }

    static LivenessWithVerifyOutputs IFaceModel<LivenessWithVerifyOutputs>.Read(JsonElement element)
    {
        var result = new LivenessWithVerifyOutputs();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "matchConfidence":
                    result.MatchConfidence = property.Value.GetSingle();
                    break;
                case "isIdentical":
                    result.IsIdentical = property.Value.GetBoolean();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessWithVerifyOutputs>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("matchConfidence", MatchConfidence);
        json.Write("isIdentical", IsIdentical);
    }
}
