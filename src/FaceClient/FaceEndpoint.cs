namespace Azure.AI.Vision.Face;

/// <summary>What an endpoint may be: https, or http to this machine; no path; a custom subdomain for tokens.</summary>
internal static class FaceEndpoint
{
    public static Uri Normalize(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException($"'{endpoint}' is not an endpoint. It looks like https://contoso.cognitiveservices.azure.com.", nameof(endpoint));
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            throw new ArgumentException($"'{endpoint.GetLeftPart(UriPartial.Authority)}' is plain http: the key would travel unencrypted. Use https; http is for this machine only.", nameof(endpoint));
        }

        // GetLeftPart would keep "user:password@": SchemeAndServer does not.
        return new Uri(endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
    }

    public static Uri ForToken(Uri endpoint)
    {
        Uri normal = Normalize(endpoint);
        if (normal.Scheme == Uri.UriSchemeHttp)
        {
            throw new ArgumentException("A token is never sent over plain http. Use https, or a key with the emulator.", nameof(endpoint));
        }

        if (IsRegional(normal))
        {
            throw new ArgumentException($"'{normal.Host}' is a regional endpoint, which takes keys only. For a token use the resource's own endpoint, https://NAME.cognitiveservices.azure.com.", nameof(endpoint));
        }

        return normal;
    }

    private static bool IsRegional(Uri endpoint) =>
        endpoint.Host.EndsWith(".api.cognitive.microsoft.com", StringComparison.OrdinalIgnoreCase)
        || endpoint.Host.EndsWith(".api.cognitive.microsoft.us", StringComparison.OrdinalIgnoreCase)
        || endpoint.Host.EndsWith(".api.cognitive.azure.cn", StringComparison.OrdinalIgnoreCase);
}
