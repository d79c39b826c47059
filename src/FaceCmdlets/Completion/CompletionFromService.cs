using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>Asks the service for what Tab offers. It never throws, and never keeps anybody waiting for long.</summary>
internal static class CompletionFromService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<T> Ask<T>(Func<IFaceService, RequestScope, Task<IReadOnlyList<T>>> question)
    {
        if (FaceSession.Current.Context is not { IsDisconnected: false } context)
        {
            return [];
        }

        try
        {
            using var cancel = new CancellationTokenSource(Patience);
            Task<IReadOnlyList<T>> answer = Task.Run(() => question(context.Service, new RequestScope(new CallCount(null), new Silence(), cancel.Token)));
            return answer.Wait(Patience) ? answer.Result : [];
        }
        catch (Exception e) when (e is AggregateException or FaceServiceException or OperationCanceledException)
        {
            return [];
        }
    }

    /// <summary>Whether -Standard was typed.</summary>
    public static bool IsStandard(IDictionary bound) => bound["Standard"] is { } given && LanguagePrimitives.IsTrue(given);

    public static bool Begins(string text, string? word) => text.StartsWith((word ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase);

    private sealed class Silence : IRequestLog
    {
        public void Verbose(string message)
        {
        }

        public void Debug(string message)
        {
        }
    }
}
