using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>Asks the limiter before each try, and tells it what came of it. Counts the command's calls.</summary>
internal sealed partial class QuotaPolicy(QuotaLimiter limiter) : HttpPipelinePolicy
{
    public const string CountKey = "FaceCmdlets.CallCount";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The module's requests are asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        CallCount? count = message.TryGetProperty(CountKey, out object? value) ? value as CallCount : null;
        QuotaTicket ticket = await limiter.AcquireAsync(message.CancellationToken).ConfigureAwait(false);
        if (count?.TryTake() == false)
        {
            limiter.Gone(ticket);
            throw CallCount.Spent();
        }

        RequestContent? content = message.Request.Content;
        if (content is not null)
        {
            message.Request.Content = new DepartingContent(content, () => limiter.Departs(ticket));
        }

        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        catch
        {
            limiter.Gone(ticket);
            throw;
        }
        finally
        {
            message.Request.Content = content;
        }

        if (message.Response.Status == 429)
        {
            count?.CountThrottled();
            string text = message.Response.Content.ToString();
            limiter.Refused(ticket, RetryAfter(message.Response), text.Contains("Face F0", StringComparison.Ordinal));
        }
        else
        {
            limiter.Succeeded(ticket);
        }
    }

    /// <summary>The header, or the seconds in the message where the service sends no header.</summary>
    public static TimeSpan? RetryAfter(Response response)
    {
        string text = response.Content.ToString();
        if (response.Headers.TryGetValue("Retry-After", out string? header) && int.TryParse(header, out int seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        Match match = SecondsInText().Match(text);
        return match.Success ? TimeSpan.FromSeconds(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) : null;
    }

    [GeneratedRegex(@"retry after (\d{1,4}) second", RegexOptions.IgnoreCase)]
    private static partial Regex SecondsInText();
}
