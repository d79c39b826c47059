using System.Text.Json;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>POST /detect, with a picture or with the address of one.</summary>
internal sealed class DetectEndpoint(EmulatorOptions options, FaceAnalyzer analyzer, FaceIdStore ids) : IDisposable
{
    private const int SmallestSide = 36;

    private readonly AnalysisCache _seen = new();
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);

    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        DetectQuery query = DetectQuery.Parse(context.Request.Query, options.LimitedAccess);
        byte[] content = await ReadPictureAsync(context.Request, aborted);
        string key = AnalysisCache.KeyOf(content);
        SeenPicture? seen = _seen.Find(key);
        if (seen is null || (query.ReturnFaceId && seen.Descriptors is null))
        {
            await _processors.WaitAsync(aborted);
            try
            {
                seen = await Task.Run(() => Look(content, query.ReturnFaceId, aborted), aborted);
            }
            finally
            {
                _processors.Release();
            }

            _seen.Add(key, seen);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["CSP-Billing-Usage"] = "CognitiveServices.Face.Transaction=1";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        DetectResponse.Write(json, seen, query, ids);
    }

    public void Dispose() => _processors.Dispose();

    private SeenPicture Look(byte[] content, bool describe, CancellationToken cancellationToken)
    {
        try
        {
            using Picture picture = Picture.Decode(content);
            if (Math.Min(picture.Width, picture.Height) < SmallestSide)
            {
                throw PictureBody.TooSmall;
            }

            IReadOnlyList<AnalyzedFace> faces = analyzer.Analyze(picture, cancellationToken);
            return new SeenPicture(faces, describe ? [.. faces.Select(face => analyzer.Describe(picture, face))] : null);
        }
        catch (PictureException e) when (e.Problem == PictureProblem.TooManyPixels)
        {
            throw PictureBody.TooBig;
        }
        catch (PictureException)
        {
            throw new FaceError(400, "InvalidImage", "Decoding error, image format unsupported.");
        }
    }

    private static async Task<byte[]> ReadPictureAsync(HttpRequest request, CancellationToken cancellationToken)
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

        return sessionImage is not null ? throw new FaceError(404, "SessionImageNotFound", "Session image is not found.")
            : url is null ? throw FaceError.BadArgument("Request body is invalid.")
            : await PictureDownload.FetchAsync(url, cancellationToken);
    }
}
