using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Asks the service for what Tab offers. It never throws, and never keeps anybody waiting for long.</summary>
internal static class CompletionFromService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Asks by the connection that was typed, or by the session's.</summary>
    public static IReadOnlyList<T> Ask<T>(IDictionary bound, Func<IFaceService, RequestScope, Task<IReadOnlyList<T>>> question)
    {
        if (ContextOf(bound) is not { IsDisconnected: false } context)
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

    /// <summary>Whether -Standard was typed, or an object of the small collections.</summary>
    public static bool IsStandard(IDictionary bound) => bound["Standard"] is { } given ? LanguagePrimitives.IsTrue(given)
        : bound.Values.Cast<object?>().Any(value => (value is PSObject wrapped ? wrapped.BaseObject : value) is FacePersonGroup { Standard: true } or FaceList { Standard: true } or FacePerson { Standard: true });

    /// <summary>What names a collection or a person, as it was typed: an object stands for its id.</summary>
    public static string? Text(object? value) => ((value is PSObject wrapped ? wrapped.BaseObject : value) is FacePerson person ? person.PersonId.ToString() : value?.ToString()) is { Length: > 0 } text ? text : null;

    public static bool Begins(string text, string? word) => text.StartsWith((word ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A name as one types it, in quotes.</summary>
    public static CompletionResult Quoted(string name, string tip) =>
        new($"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'", name, CompletionResultType.ParameterValue, tip.Length > 0 ? tip : name);

    private static FaceContext? ContextOf(IDictionary bound) => bound["Context"] switch
    {
        null => FaceSession.Current.Context,
        FaceContext context => context,
        PSObject { BaseObject: FaceContext context } => context,
        var name => FaceSession.Current.Named(name.ToString() ?? string.Empty) ?? FaceSession.Current.Context,
    };

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
