namespace FaceCmdlets;

/// <summary>What an endpoint may be, checked before anything is sent.</summary>
internal static class EndpointRules
{
    public static Uri WithoutPath(Uri endpoint) => new(endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));

    public static (string Id, string Message)? Violation(Uri endpoint, CredentialKind credential)
    {
        if (!endpoint.IsAbsoluteUri || endpoint.Host.Length == 0 || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            return ("InvalidEndpoint", $"'{endpoint.OriginalString}' is not an endpoint. It looks like https://contoso.cognitiveservices.azure.com; the Azure portal shows it under Keys and Endpoint.");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            return ("InsecureEndpoint", $"http://{endpoint.Authority} would carry the secret and the pictures unencrypted. Use https; plain http is for this machine only.");
        }

        if (credential != CredentialKind.Key && endpoint.Scheme == Uri.UriSchemeHttp)
        {
            return ("InsecureEndpoint", "A token is never sent over plain http. Use https, or -Key with a local emulator.");
        }

        if (credential != CredentialKind.Key && FaceCloud.IsRegional(endpoint))
        {
            return ("CustomSubdomainRequired", $"{endpoint.Host} is a regional endpoint, which takes keys only. For a token, give the resource's own endpoint, https://NAME.{FaceCloud.Of(endpoint)!.Suffix} (a resource without one gets it with 'az cognitiveservices account update --custom-domain NAME').");
        }

        return null;
    }

    /// <summary>A name for a connection: "contoso" of contoso.cognitiveservices.azure.com, else the host.</summary>
    public static string NameOf(Uri endpoint) =>
        FaceCloud.Of(endpoint) is not null ? endpoint.Host.Split('.')[0] : endpoint.Authority;
}
