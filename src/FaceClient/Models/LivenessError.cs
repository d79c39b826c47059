using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Why an attempt came to no result.</summary>
public class LivenessError : IFaceModel<LivenessError>
{
    internal LivenessError()
    {
    }

    /// <summary>The service's code, such as FaceWithMaskDetected.</summary>
    public string Code { get; internal set; } = null!;

    /// <summary>What was wrong, in words.</summary>
    public string Message { get; internal set; } = null!;

    /// <summary>The pictures that were looked at.</summary>
    public LivenessDecisionTargets Targets { get; internal set; } = null!;

    static LivenessError IFaceModel<LivenessError>.Read(JsonElement element)
    {
        var result = new LivenessError();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "code":
                    result.Code = property.Value.GetString()!;
                    break;
                case "message":
                    result.Message = property.Value.GetString()!;
                    break;
                case "targets":
                    result.Targets = property.Value.Read<LivenessDecisionTargets>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessError>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("code", Code);
        json.Write("message", Message);
        json.WriteModel("targets", Targets);
    }
}
