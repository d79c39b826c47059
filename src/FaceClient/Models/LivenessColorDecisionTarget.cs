using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>The colour picture that a decision was made on.</summary>
public class LivenessColorDecisionTarget : IFaceModel<LivenessColorDecisionTarget>
{
    internal LivenessColorDecisionTarget()
    {
    }

    /// <summary>Where the face is, in pixels.</summary>
    public FaceRectangle FaceRectangle { get; internal set; } = null!;

    static LivenessColorDecisionTarget IFaceModel<LivenessColorDecisionTarget>.Read(JsonElement element)
    {
        var result = new LivenessColorDecisionTarget();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "faceRectangle":
                    result.FaceRectangle = property.Value.Read<FaceRectangle>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessColorDecisionTarget>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteModel("faceRectangle", FaceRectangle);
    }
}
