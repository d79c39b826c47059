using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What an attempt came to.</summary>
public class LivenessResult : IFaceModel<LivenessResult>
{
    internal LivenessResult()
    {
    }

    /// <summary>Whether a living person was there.</summary>
    public FaceLivenessDecision? LivenessDecision { get; internal set; }

    /// <summary>The pictures that were looked at.</summary>
    public LivenessDecisionTargets Targets { get; internal set; } = null!;

    /// <summary>The service's digest over what the client sent: compare it with the client's to see that nothing was changed on the way.</summary>
    public string Digest { get; internal set; } = null!;

    /// <summary>The session's picture, where <c>EnableSessionImage</c> was set; for <see cref="FaceSessionClient.GetSessionImage(string, CancellationToken)"/>.</summary>
    public string? SessionImageId { get; internal set; }

    static LivenessResult IFaceModel<LivenessResult>.Read(JsonElement element)
    {
        var result = new LivenessResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "livenessDecision":
                    result.LivenessDecision = new FaceLivenessDecision(property.Value.GetString()!);
                    break;
                case "targets":
                    result.Targets = property.Value.Read<LivenessDecisionTargets>();
                    break;
                case "digest":
                    result.Digest = property.Value.GetString()!;
                    break;
                case "sessionImageId":
                    result.SessionImageId = property.Value.GetString();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("livenessDecision", LivenessDecision?.ToString());
        json.WriteModel("targets", Targets);
        json.Write("digest", Digest);
        json.Write("sessionImageId", SessionImageId);
    }
}
