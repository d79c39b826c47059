using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Whether an attempt looks like abuse.</summary>
/// <remarks>An addition: of v1.3-preview.1; no published version of the package Azure.AI.Vision.Face has such a type.</remarks>
public class AbuseMonitoringResult : IFaceModel<AbuseMonitoringResult>
{
    internal AbuseMonitoringResult()
    {
    }

    /// <summary>Whether it does.</summary>
    public bool IsAbuseDetected { get; internal set; }

    /// <summary>Other sessions that belong to the same suspicion.</summary>
    public IReadOnlyList<OtherFlaggedSessions> OtherFlaggedSessions { get; internal set; } = [];

    static AbuseMonitoringResult IFaceModel<AbuseMonitoringResult>.Read(JsonElement element)
    {
        var result = new AbuseMonitoringResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "isAbuseDetected":
                    result.IsAbuseDetected = property.Value.GetBoolean();
                    break;
                case "otherFlaggedSessions":
                    result.OtherFlaggedSessions = property.Value.ReadList<OtherFlaggedSessions>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<AbuseMonitoringResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("isAbuseDetected", IsAbuseDetected);
        json.WriteModels("otherFlaggedSessions", OtherFlaggedSessions);
    }
}
