using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Settings of a Face resource.</summary>
/// <remarks>An addition: of v1.3-preview.1; no published version of the package Azure.AI.Vision.Face has such a type.</remarks>
public class FaceSettings : IFaceModel<FaceSettings>
{
    internal FaceSettings()
    {
    }

    /// <summary>Whether liveness sessions are watched for abuse.</summary>
    public LivenessAbuseMonitoringSettings LivenessAbuseMonitoring { get; internal set; } = null!;

    static FaceSettings IFaceModel<FaceSettings>.Read(JsonElement element)
    {
        var result = new FaceSettings();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "livenessAbuseMonitoring":
                    result.LivenessAbuseMonitoring = property.Value.Read<LivenessAbuseMonitoringSettings>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceSettings>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteModel("livenessAbuseMonitoring", LivenessAbuseMonitoring);
    }
}
