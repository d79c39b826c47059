using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>The pictures that a decision was made on.</summary>
public class LivenessDecisionTargets : IFaceModel<LivenessDecisionTargets>
{
    internal LivenessDecisionTargets()
    {
    }

    /// <summary>The colour picture.</summary>
    public LivenessColorDecisionTarget Color { get; internal set; } = null!;

    static LivenessDecisionTargets IFaceModel<LivenessDecisionTargets>.Read(JsonElement element)
    {
        var result = new LivenessDecisionTargets();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "color":
                    result.Color = property.Value.Read<LivenessColorDecisionTarget>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessDecisionTargets>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteModel("color", Color);
    }
}
