using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>The routes of a resource's settings, as v1.3-preview.1 has them.</summary>
internal static class SettingsRequests
{
    public static FaceRequest Get() => new(RequestMethod.Get, "/settings");

    public static FaceRequest Update(RequestContent content) => new FaceRequest(RequestMethod.Patch, "/settings").Json(content);

    public static FaceRequest Update(bool livenessAbuseMonitoringEnabled) => Update(JsonBody.Of(json =>
    {
        json.WriteStartObject("livenessAbuseMonitoring");
        json.WriteBoolean("enabled", livenessAbuseMonitoringEnabled);
        json.WriteEndObject();
    }));

    public static FaceRequest ClientAssetsAccessToken() => new(RequestMethod.Get, "/settings/getClientAssetsAccessToken");
}
