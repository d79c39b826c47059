using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What happened in a session.</summary>
public class LivenessSessionResults : IFaceModel<LivenessSessionResults>
{
    internal LivenessSessionResults()
    {
    }

    /// <summary>The tries, newest first; empty at first.</summary>
    public IReadOnlyList<LivenessSessionAttempt> Attempts { get; internal set; } = [];

    static LivenessSessionResults IFaceModel<LivenessSessionResults>.Read(JsonElement element)
    {
        var result = new LivenessSessionResults();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "attempts":
                    result.Attempts = property.Value.ReadList<LivenessSessionAttempt>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessSessionResults>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteModels("attempts", Attempts);
    }
}
