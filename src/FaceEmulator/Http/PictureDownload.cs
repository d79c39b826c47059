namespace FaceEmulator.Http;

/// <summary>Fetches the picture behind a "url", as the service does: http and https, at most 6 MB, a few redirects, 20 seconds.</summary>
internal static class PictureDownload
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxAutomaticRedirections = 5, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(20) };

    public static async Task<byte[]> FetchAsync(string? url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new FaceError(400, "InvalidURL", "Invalid image URL.");
        }

        try
        {
            using HttpResponseMessage response = await Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw Failed($"{(int)response.StatusCode} {response.ReasonPhrase}");
            }

            await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await PictureBody.ReadAsync(body, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw Failed(e.StatusCode is { } status ? status.ToString() : "no answer");
        }
        catch (IOException)
        {
            throw Failed("the answer broke off");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed("time-out");
        }

        static FaceError Failed(string reason) => new(400, "InvalidURL", $"Invalid image URL or error downloading from target server. Remote server error returned: \"{reason}\"");
    }
}
