namespace FaceEmulator.Http;

/// <summary>An error as the service answers it.</summary>
internal sealed class FaceError(int status, string code, string message, (string Code, string Message)? inner = null) : Exception(message)
{
    public static FaceError InvalidKey => new(401, "401", "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.");

    public static FaceError ResourceNotFound => new(404, "404", "Resource not found");

    public int Status { get; } = status;

    public string Code { get; } = code;

    public static FaceError BadArgument(string message) => new(400, "BadArgument", message);

    /// <summary>A gated feature: the telling code and message stand in innererror.</summary>
    public static FaceError Unsupported(string message) => new(403, "InvalidRequest", "Invalid request has been sent.", ("UnsupportedFeature", message));

    public async Task WriteAsync(HttpResponse response)
    {
        if (response.HasStarted)
        {
            return;
        }

        response.StatusCode = Status;
        response.Headers["x-ms-error-code"] = Code;
        await JsonAnswer.WriteAsync(response, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", Code);
            json.WriteString("message", Message);
            if (inner is { } reason)
            {
                json.WriteStartObject("innererror");
                json.WriteString("code", reason.Code);
                json.WriteString("message", reason.Message);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
