using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using FaceCmdlets.Service;

namespace FaceCmdlets.Bulk.Tests;

/// <summary>What is said of a refusal that comes only after the module has waited for minutes.</summary>
public sealed class ServiceErrorTests
{
    private const string OfF0 = """{"error":{"code":"429","message":"Requests to the Face - Detect Operation have exceeded rate limit of your current Face F0 pricing tier. Please retry after 1 second."}}""";

    [Fact]
    public void On_the_free_tier_the_next_command_keeps_to_it()
    {
        FaceServiceException error = Explain(OfF0, tier: null);
        Assert.Equal("429", error.ErrorCode);
        Assert.Contains("20 calls a minute", error.Message, StringComparison.Ordinal);
        Assert.Equal("Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString) -Tier F0", error.NextCommand);
    }

    [Fact]
    public void Who_has_said_so_already_is_not_told_again() => Assert.Null(Explain(OfF0, FaceTier.F0).NextCommand);

    [Fact]
    public void When_the_month_is_used_up_the_resource_is_named_that_has_to_grow() => Assert.Equal(
        "Set-AzCognitiveServicesAccount -ResourceGroupName GROUP -Name contoso -SkuName S0",
        Explain("""{"error":{"code":"403","message":"Out of call volume quota. Quota will be replenished in 12.10:11:12."}}""", FaceTier.F0, 403).NextCommand);

    [Fact]
    public void At_a_regional_endpoint_a_wrong_key_may_be_that_of_another_region() => Assert.Contains(
        "of another region than westeurope",
        Explain("""{"error":{"code":"401","message":"Access denied."}}""", null, 401, "https://westeurope.api.cognitive.microsoft.com").Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_endpoint_is_held_against_those_of_the_clouds() => Assert.Equal(
        "https://contoso.cognitiveservices.azure.com",
        EndpointRules.Meant(new Uri("https://contoso.cognitiveservice.azure.com")));

    [Theory]
    [InlineData("https://face.contoso.com")]
    [InlineData("https://contoso.cognitiveservices.azure.com")]
    [InlineData("http://127.0.0.1:8973")]
    public void What_is_nothing_like_an_endpoint_of_a_cloud_or_is_one_is_left_alone(string endpoint) => Assert.Null(EndpointRules.Meant(new Uri(endpoint)));

    [Theory]
    [InlineData("crw", "crew")]
    [InlineData("CREW", "crew")]
    [InlineData("gallrey", "gallery")]
    [InlineData("x", null)]
    [InlineData("quite another", null)]
    public void A_near_name_is_one_slip_away_or_a_few_in_a_long_one(string typed, string? meant) => Assert.Equal(meant, NearName.Of(typed, ["crew", "gallery", "staff"]));

    private static FaceServiceException Explain(string body, FaceTier? tier, int status = 429, string endpoint = "https://contoso.cognitiveservices.azure.com")
    {
        using var connection = new FaceConnection { Name = "contoso", Endpoint = new Uri(endpoint), CredentialKind = CredentialKind.Key, Tier = tier };
        using var answer = new Answer(status, body);
        return ServiceErrors.Explain(new RequestFailedException(answer), connection, "a.jpg", "a.jpg");
    }

    /// <summary>An answer without a network.</summary>
    private sealed class Answer(int status, string body) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => string.Empty;

        public override Stream? ContentStream { get; set; } = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body));

        public override string ClientRequestId { get; set; } = string.Empty;

        public override void Dispose() => ContentStream?.Dispose();

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
