using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes -Endpoint with those that this session and the environment know, and a resource's name to its endpoint in each cloud, a region to its own.</summary>
internal sealed class EndpointCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        IEnumerable<(string Endpoint, string Tip)> known = FaceSession.Current.Contexts.Select(context => (Bare(context.Endpoint), $"The connection '{context.Name}'"))
            .Concat(EmulatorProcess.Running.Select(emulator => (Bare(emulator.Endpoint), "An emulator of this process")));
        if (Environment.GetEnvironmentVariable("FACE_ENDPOINT") is { Length: > 0 } set)
        {
            known = known.Prepend((set, "FACE_ENDPOINT"));
        }

        string name = word.Length == 0 ? "NAME" : word.Split("://")[^1].Split('.')[0];
        IEnumerable<(string Endpoint, string Tip)> made = FaceCloud.RegionOf(name) is { } region ? [($"https://{region}.{FaceCloud.All[0].RegionalSuffix}", "The region's endpoint, which takes keys only")]
            : name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? FaceCloud.All.Select(cloud => ($"https://{name}.{cloud.Suffix}", word.Length == 0 ? $"NAME is the resource's name; {cloud.Name}" : cloud.Name))
            : [];
        return known.Where(endpoint => Fits(endpoint.Endpoint, word)).Concat(made.Where(endpoint => Fits(endpoint.Endpoint, word)))
            .DistinctBy(endpoint => endpoint.Endpoint, StringComparer.OrdinalIgnoreCase)
            .Select(endpoint => new CompletionResult(endpoint.Endpoint, endpoint.Endpoint, CompletionResultType.ParameterValue, endpoint.Tip));
    }

    private static bool Fits(string endpoint, string word) =>
        endpoint.StartsWith(word, StringComparison.OrdinalIgnoreCase) || endpoint.Split("://")[^1].StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static string Bare(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Authority);
}
