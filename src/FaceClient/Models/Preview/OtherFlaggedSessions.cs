using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Another attempt under the same suspicion of abuse.</summary>
/// <remarks>An addition: of v1.3-preview.1; no published version of the package Azure.AI.Vision.Face has such a type.</remarks>
public class OtherFlaggedSessions : IFaceModel<OtherFlaggedSessions>
{
    internal OtherFlaggedSessions()
    {
    }

    /// <summary>The number of the attempt in its session, from 1.</summary>
    public int AttemptId { get; internal set; }

    /// <summary>Its session.</summary>
    public string SessionId { get; internal set; } = null!;

    /// <summary>The picture of its session, where one was kept.</summary>
    public string? SessionImageId { get; internal set; }

    static OtherFlaggedSessions IFaceModel<OtherFlaggedSessions>.Read(JsonElement element)
    {
        var result = new OtherFlaggedSessions();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "attemptId":
                    result.AttemptId = property.Value.GetInt32();
                    break;
                case "sessionId":
                    result.SessionId = property.Value.GetString()!;
                    break;
                case "sessionImageId":
                    result.SessionImageId = property.Value.GetString();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<OtherFlaggedSessions>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("attemptId", AttemptId);
        json.Write("sessionId", SessionId);
        json.Write("sessionImageId", SessionImageId);
    }
}
