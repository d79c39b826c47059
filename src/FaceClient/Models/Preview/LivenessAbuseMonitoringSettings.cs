using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Whether liveness sessions of the resource are watched for abuse.</summary>
/// <remarks>An addition: of v1.3-preview.1; no published version of the package Azure.AI.Vision.Face has such a type.</remarks>
public class LivenessAbuseMonitoringSettings : IFaceModel<LivenessAbuseMonitoringSettings>
{
    internal LivenessAbuseMonitoringSettings()
    {
    }

    /// <summary>Whether they are.</summary>
    public bool Enabled { get; internal set; }

    static LivenessAbuseMonitoringSettings IFaceModel<LivenessAbuseMonitoringSettings>.Read(JsonElement element)
    {
        var result = new LivenessAbuseMonitoringSettings();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "enabled":
                    result.Enabled = property.Value.GetBoolean();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessAbuseMonitoringSettings>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("enabled", Enabled);
    }
}
