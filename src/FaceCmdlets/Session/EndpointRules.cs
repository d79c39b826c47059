namespace FaceCmdlets;

/// <summary>What an endpoint may be, checked before anything is sent.</summary>
internal static class EndpointRules
{
    /// <summary>No resource's name is as long: keys have 32 or 84 characters.</summary>
    private const int ShortestKey = 32;

    private const string HowToGetOne = "a resource without one gets it with 'az cognitiveservices account update --custom-domain NAME'";

    public static Uri WithoutPath(Uri endpoint) => new(endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));

    /// <summary>A key where an endpoint should be: 32 letters and digits, or 84. It is not repeated, nor is it the error's target.</summary>
    public static EndpointViolation? KeyInItsPlace(Uri endpoint) =>
        endpoint.OriginalString.Trim() is { Length: >= ShortestKey } text && text.All(char.IsAsciiLetterOrDigit)
            ? new("EndpointLooksLikeKey", "What was given as the endpoint looks like a key. Are endpoint and key swapped? The endpoint looks like https://contoso.cognitiveservices.azure.com; the Azure portal shows both under Keys and Endpoint. If the key was typed in plain text, it may be in your history: regenerate it.", "https://NAME.cognitiveservices.azure.com")
            : null;

    /// <summary>"contoso", which is a resource's name and not its endpoint, or "westeurope", whose endpoint takes the keys of all resources there.</summary>
    public static EndpointViolation? BareName(Uri endpoint, CredentialKind credential, FaceCloud cloud)
    {
        string text = endpoint.OriginalString;
        if (endpoint.IsAbsoluteUri || text.Length == 0)
        {
            return null;
        }

        // A resource of that name is another's: a key would go to a stranger.
        if (FaceCloud.RegionOf(text) is { } region)
        {
            return credential == CredentialKind.Key
                ? new("InvalidEndpoint", $"'{text}' is a region and no endpoint. Did you mean https://{region}.{FaceCloud.All[0].RegionalSuffix}? A resource with a name of its own has https://NAME.{FaceCloud.All[0].Suffix}; the Azure portal shows it under Keys and Endpoint.", $"https://{region}.{FaceCloud.All[0].RegionalSuffix}")
                : new("InvalidEndpoint", $"'{text}' is a region and no endpoint; the endpoint of a region takes keys only. For a token, give the resource's own endpoint, https://NAME.{FaceCloud.All[0].Suffix} ({HowToGetOne}).", $"https://NAME.{FaceCloud.All[0].Suffix}");
        }

        return text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !text.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? new("InvalidEndpoint", $"'{text}' is no endpoint. Did you mean https://{text}.{cloud.Suffix}? The Azure portal shows it under Keys and Endpoint.", $"https://{text}.{cloud.Suffix}")
            : null;
    }

    /// <summary>The endpoint that is meant by one whose name almost ends as the endpoints of a cloud do; null for every other.</summary>
    public static string? Meant(Uri endpoint)
    {
        if (FaceCloud.Of(endpoint) is not null || endpoint.Host.Split('.', 2) is not [{ Length: > 0 } name, var rest])
        {
            return null;
        }

        return NearName.Of(rest, FaceCloud.All.SelectMany(cloud => new[] { cloud.Suffix, cloud.RegionalSuffix })) is { } suffix ? $"https://{name}.{suffix}" : null;
    }

    public static EndpointViolation? Violation(Uri endpoint, CredentialKind credential, FaceCloud cloud)
    {
        if (!endpoint.IsAbsoluteUri || endpoint.Host.Length == 0 || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            return new("InvalidEndpoint", $"'{endpoint.OriginalString}' is not an endpoint. It looks like https://contoso.cognitiveservices.azure.com; the Azure portal shows it under Keys and Endpoint.", $"https://NAME.{cloud.Suffix}");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            return new("InsecureEndpoint", $"http://{endpoint.Authority} would carry the secret and the pictures unencrypted. Use https; plain http is for this machine only.", "https://" + endpoint.Authority);
        }

        if (credential != CredentialKind.Key && endpoint.Scheme == Uri.UriSchemeHttp)
        {
            return new("InsecureEndpoint", "A token is never sent over plain http. Use https, or -Key with a local emulator.", endpoint.GetLeftPart(UriPartial.Authority), CredentialKind.Key);
        }

        if (credential != CredentialKind.Key && FaceCloud.IsRegional(endpoint))
        {
            return new("CustomSubdomainRequired", $"{endpoint.Host} is a regional endpoint, which takes keys only. For a token, give the resource's own endpoint, https://NAME.{FaceCloud.Of(endpoint)!.Suffix} ({HowToGetOne}).", $"https://NAME.{FaceCloud.Of(endpoint)!.Suffix}");
        }

        return null;
    }

    /// <summary>A name for a connection: "contoso" of contoso.cognitiveservices.azure.com, else the host.</summary>
    public static string NameOf(Uri endpoint) =>
        FaceCloud.Of(endpoint) is not null ? endpoint.Host.Split('.')[0] : endpoint.Authority;
}

/// <summary>Why an endpoint is none.</summary>
/// <param name="Id">The error's id.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Meant">The endpoint to connect to instead; null where none can be guessed.</param>
/// <param name="Credential">What to connect with instead; null for the same.</param>
internal sealed record EndpointViolation(string Id, string Message, string? Meant = null, CredentialKind? Credential = null);
