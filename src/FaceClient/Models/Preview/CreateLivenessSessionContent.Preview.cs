using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <remarks>The members of v1.3-preview.1 are additions: no published version of the package Azure.AI.Vision.Face has them.</remarks>
public partial class CreateLivenessSessionContent
{
    /// <summary>How many tries the person has: 1 to 3. 0 leaves it to the service, whose default is 1. Of v1.3-preview.1; the published package has no such member.</summary>
    public int NumberOfClientAttemptsAllowed { get; set; }

    /// <summary>The user, unique for each: it ties the sessions of one user together. Of v1.3-preview.1; the published package has no such member.</summary>
    public string? UserCorrelationId { get; set; }

    /// <summary>Whether the device names the user; then <see cref="UserCorrelationId"/> has to be null. Of v1.3-preview.1; the published package has no such member.</summary>
    public bool? UserCorrelationIdSetInClient { get; set; }

    /// <summary>The address that attempts have to come from, or a range of them as CIDR (203.0.113.0/24). Of v1.3-preview.1; the published package has no such member.</summary>
    public string? ExpectedClientIpAddress { get; set; }

    /// <summary>The first of these members that is set; null when none is.</summary>
    internal string? FirstPreviewMember() =>
        NumberOfClientAttemptsAllowed != 0 ? nameof(NumberOfClientAttemptsAllowed)
        : UserCorrelationId is not null ? nameof(UserCorrelationId)
        : UserCorrelationIdSetInClient is not null ? nameof(UserCorrelationIdSetInClient)
        : ExpectedClientIpAddress is not null ? nameof(ExpectedClientIpAddress)
        : null;

    private void ReadPreviewMember(JsonProperty property)
    {
        switch (property.Name)
        {
            case "numberOfClientAttemptsAllowed":
                NumberOfClientAttemptsAllowed = property.Value.GetInt32();
                break;
            case "userCorrelationId":
                UserCorrelationId = property.Value.GetString();
                break;
            case "userCorrelationIdSetInClient":
                UserCorrelationIdSetInClient = property.Value.GetBoolean();
                break;
            case "expectedClientIpAddress":
                ExpectedClientIpAddress = property.Value.GetString();
                break;
        }
    }

    private void WritePreviewMembers(Utf8JsonWriter json)
    {
        json.Write("numberOfClientAttemptsAllowed", NumberOfClientAttemptsAllowed == 0 ? null : NumberOfClientAttemptsAllowed);
        json.Write("userCorrelationId", UserCorrelationId);
        json.Write("userCorrelationIdSetInClient", UserCorrelationIdSetInClient);
        json.Write("expectedClientIpAddress", ExpectedClientIpAddress);
    }
}
