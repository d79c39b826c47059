using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>The three ways to /detect: a picture, its address, or the picture of a liveness session.</summary>
internal static class DetectRequests
{
    public static FaceRequest Picture(BinaryData imageContent, DetectQuery query)
    {
        ArgumentNullException.ThrowIfNull(imageContent);
        return Picture(RequestContent.Create(imageContent), query);
    }

    public static FaceRequest Picture(RequestContent content, DetectQuery query) => query.Apply(Detect()).Picture(content);

    public static FaceRequest Url(Uri url, DetectQuery query)
    {
        ArgumentNullException.ThrowIfNull(url);
        return query.Apply(Detect()).Json(JsonBody.Of(json => json.WriteString("url", url.AbsoluteUri)));
    }

    public static FaceRequest SessionImage(string sessionImageId, DetectQuery query)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionImageId);
        return SessionImage(JsonBody.Of(json => json.WriteString("sessionImageId", sessionImageId)), query);
    }

    public static FaceRequest SessionImage(RequestContent content, DetectQuery query) => query.Apply(Detect()).Json(content);

    private static FaceRequest Detect() => new(RequestMethod.Post, "/detect");
}
