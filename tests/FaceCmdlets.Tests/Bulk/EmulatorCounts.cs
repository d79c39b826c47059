using System.Text.Json;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>What the emulator says came of the requests: GET /emulator/counts.</summary>
internal sealed record EmulatorCounts(int Requests, int Throttled)
{
    public static EmulatorCounts Of(string endpoint)
    {
        using var client = new HttpClient { BaseAddress = new Uri(endpoint) };
        client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", BulkFixture.Key);
        using var json = JsonDocument.Parse(client.GetStringAsync("/emulator/counts").GetAwaiter().GetResult());
        return new EmulatorCounts(json.RootElement.GetProperty("requests").GetInt32(), json.RootElement.GetProperty("throttled").GetInt32());
    }
}
