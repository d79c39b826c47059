namespace FaceEmulator.Http;

/// <summary>Gets the picture of a request: its body, or what the address in its body leads to.</summary>
internal static class PictureRequest
{
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="findSessionImage">Where the operation takes a session's picture too: finds it by its id.</param>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken, Func<string, byte[]?>? findSessionImage = null)
    {
        string type = (request.ContentType ?? string.Empty).Split(';')[0].Trim();
        if (type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            return await PictureBody.ReadAsync(request.Body, cancellationToken);
        }

        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new FaceError(415, "UnsupportedMediaType", "Content-Type must be application/octet-stream or application/json.");
        }

        using JsonRequest json = await JsonRequest.ReadAsync(request, cancellationToken);
        string? url = json.Text("url"), sessionImage = json.Text("sessionImageId");
        return sessionImage is not null && findSessionImage is not null ? findSessionImage(sessionImage) ?? throw SessionEndpoints.ImageNotFound
            : url is null ? throw FaceError.BadArgument("Request body is invalid.")
            : await PictureDownload.FetchAsync(url, cancellationToken);
    }
}
