using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What happened in a session with verification.</summary>
public class LivenessWithVerifySessionResults : IFaceModel<LivenessWithVerifySessionResults>
{
    internal LivenessWithVerifySessionResults()
    {
    }

    /// <summary>The faces in the picture to verify.</summary>
    public IReadOnlyList<LivenessWithVerifyReference> VerifyReferences { get; internal set; } = [];

    /// <summary>The tries, newest first; empty at first.</summary>
    public IReadOnlyList<LivenessWithVerifySessionAttempt> Attempts { get; internal set; } = [];

    static LivenessWithVerifySessionResults IFaceModel<LivenessWithVerifySessionResults>.Read(JsonElement element)
    {
        var result = new LivenessWithVerifySessionResults();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "verifyReferences":
                    result.VerifyReferences = property.Value.ReadList<LivenessWithVerifyReference>();
                    break;
                case "attempts":
                    result.Attempts = property.Value.ReadList<LivenessWithVerifySessionAttempt>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessWithVerifySessionResults>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteModels("verifyReferences", VerifyReferences);
        json.WriteModels("attempts", Attempts);
    }
}
