using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -ArgumentList with the options of the emulator's program that no parameter is for.</summary>
internal sealed class EmulatorArgumentCompleter : IArgumentCompleter
{
    /// <summary>The option, and what comes after it.</summary>
    public static IReadOnlyList<(string Option, string Tip)> Options { get; } =
    [
        ("--data", "FOLDER: keep groups, lists and sessions there; else in memory only"),
        ("--training-time", "MS: milliseconds that a training takes at least"),
        ("--latency", "MS: milliseconds before each answer"),
        ("--jitter", "MS: up to so many milliseconds more"),
        ("--quota", "N/s or N/m: calls a second or a minute, then 429"),
        ("--no-retry-after", "429 without the header Retry-After"),
        ("--error-rate", "R: share of requests that fail, 0 to 1"),
        ("--error-status", "LIST: what they fail with, such as 500,503"),
        ("--reset-rate", "R: share of connections that are reset, 0 to 1"),
        ("--truncate-rate", "R: share of answers that are cut in the middle, 0 to 1"),
        ("--malformed-rate", "R: share of answers that are no JSON, 0 to 1"),
        ("--lost-answer-rate", "R: share of requests that are carried out and whose answer is lost, 0 to 1"),
        ("--conflict-rate", "R: share of writes that get 409 ConcurrentOperationConflict, 0 to 1"),
        ("--body-delay", "MS: milliseconds between an answer's head and body"),
        ("--seed", "N: the same seed, the same fate of the n-th request"),
        ("--verbose", "a line a request on standard error"),
    ];

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => Options
        .Where(option => CompletionFromService.Begins(option.Option, wordToComplete))
        .Select(option => new CompletionResult($"'{option.Option}'", option.Option, CompletionResultType.ParameterValue, option.Tip));
}
