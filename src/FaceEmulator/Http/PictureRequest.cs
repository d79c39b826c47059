using System.Text.Json;

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

        string? url = null, sessionImage = null;
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw FaceError.BadArgument("Request body is invalid.");
            }

            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                string? text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
                if (property.Name.Equals("url", StringComparison.OrdinalIgnoreCase))
                {
                    url = text;
                }
                else if (property.Name.Equals("sessionImageId", StringComparison.OrdinalIgnoreCase))
                {
                    sessionImage = text;
                }
            }
        }
        catch (JsonException)
        {
            throw FaceError.BadArgument("JSON parsing error.");
        }

        return sessionImage is not null && findSessionImage is not null ? findSessionImage(sessionImage) ?? throw SessionEndpoints.ImageNotFound
            : url is null ? throw FaceError.BadArgument("Request body is invalid.")
            : await PictureDownload.FetchAsync(url, cancellationToken);
    }
}
