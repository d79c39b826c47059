using System.Text.RegularExpressions;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>A list of public members as a text file has it, spelled out one by one.</summary>
internal sealed partial class SurfaceText
{
    private readonly string _factory;
    private string _client = string.Empty;

    private SurfaceText(string factory) => _factory = factory;

    public SortedSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <param name="file">The file beside this one.</param>
    /// <param name="factory">The class that its factory methods are in.</param>
    public static SortedSet<string> Read(string file, string factory)
    {
        var text = new SurfaceText(factory);
        foreach (string line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "FaceClient", "Surface", file)))
        {
            if (line.Trim().Length > 0 && line[0] != '#')
            {
                text.Take(line);
            }
        }

        return text.Members;
    }

    [GeneratedRegex(@"^(?<kind>\w+) (?<name>[\w.]+)(\((?<parameters>.*?)\))?(: (?<items>.*))?$")]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"^  (?<only>only )?(?<name>\w+)\((?<parameters>.*)\) : (?<result>.+)$")]
    private static partial Regex Method { get; }

    private void Take(string line)
    {
        if (Method.Match(line) is { Success: true } method)
        {
            TakeMethod(method.Groups["name"].Value, Parameters(method.Groups["parameters"].Value), method.Groups["result"].Value, method.Groups["only"].Success);
            return;
        }

        Match match = Line.Match(line);
        Assert.True(match.Success, line);
        string name = match.Groups["name"].Value;
        string parameters = match.Groups["parameters"].Value;
        string[] items = match.Groups["items"].Success ? match.Groups["items"].Value.Split("; ") : [];
        switch (match.Groups["kind"].Value)
        {
            case "options":
                Add($"class {name} : ClientOptions", $"public {name}({Parameters(parameters)})");
                break;
            case "enum":
                Add($"enum {name}");
                Add([.. items.Select(item => $"{name}.{item}")]);
                break;
            case "client":
                _client = name;
                TakeClient(name, parameters.Length == 0 ? string.Empty : ", " + parameters);
                break;
            case "also":
                _client = name;
                break;
            case "model":
                Add($"class {name}", $"{name} : IJsonModel<{name}>", $"{name} : IPersistableModel<{name}>");
                Add([.. items.Select(item => Property(name, item, "get"))]);
                break;
            case "content":
                Add($"class {name}", $"{name} : IJsonModel<{name}>", $"{name} : IPersistableModel<{name}>", $"public {name}({parameters})");
                Add([.. items.Select(item => Property(name, item, parameters.Contains(item.Split(' ')[1], StringComparison.OrdinalIgnoreCase) ? "get" : "get; set"))]);
                break;
            case "member":
                Add([.. items.Select(item => Property(name, item, name.EndsWith("Content", StringComparison.Ordinal) ? "get; set" : "get"))]);
                break;
            case "values":
                TakeValues(name, items);
                break;
            case "nested":
                Add($"struct FaceAttributeType.{name}");
                Add([.. items.Select(item => $"static FaceAttributeType.{name}.{item.Split(" = ")[0]} : FaceAttributeType {{ get }} = {item.Split(" = ")[1]}")]);
                break;
            case "factory":
                Add($"static class {_factory}", $"static {_factory}.{name}({string.Join(", ", parameters.Split(", ").Select(parameter => parameter + " = default"))}) : {name}");
                break;
            case "extension":
                TakeExtension(name);
                break;
            default:
                Assert.Fail(line);
                break;
        }
    }

    private void TakeMethod(string name, string parameters, string result, bool only)
    {
        Add($"virtual {_client}.{name}({parameters}) : {result}");
        if (!only)
        {
            Add($"virtual {_client}.{name}Async({parameters}) : Task<{result}>");
        }
    }

    private void TakeClient(string name, string id)
    {
        Add($"class {name}", $"protected {name}()", $"virtual {name}.Pipeline : HttpPipeline {{ get }}");
        foreach (string credential in new[] { "AzureKeyCredential", "TokenCredential" })
        {
            Add($"public {name}(Uri endpoint, {credential} credential{id})");
            Add($"public {name}(Uri endpoint, {credential} credential{id}, AzureAIVisionFaceClientOptions options)");
        }
    }

    private void TakeValues(string name, string[] items)
    {
        Add($"struct {name}", $"{name} : IEquatable<{name}>", $"public {name}(string value)", $"{name}.Equals({name} other) : bool", $"{name}.Equals(object obj) : bool", $"{name}.GetHashCode() : int", $"{name}.ToString() : string");
        Add($"static {name}.op_Implicit(string value) : {name}", $"static {name}.op_Equality({name} left, {name} right) : bool", $"static {name}.op_Inequality({name} left, {name} right) : bool");
        Add([.. items.Select(item => $"static {name}.{item.Split(" = ")[0]} : {name} {{ get }} = {item.Split(" = ")[1]}")]);
    }

    private void TakeExtension(string client)
    {
        const string Class = "AIVisionFaceClientBuilderExtensions";
        string result = $"IAzureClientBuilder<{client}, AzureAIVisionFaceClientOptions>";
        Add($"static class {Class}");
        Add($"static {Class}.Add{client}<TBuilder>(TBuilder builder, Uri endpoint, AzureKeyCredential credential) : {result}");
        Add($"static {Class}.Add{client}<TBuilder>(TBuilder builder, Uri endpoint) : {result}");
        Add($"static {Class}.Add{client}<TBuilder, TConfiguration>(TBuilder builder, TConfiguration configuration) : {result}");
    }

    private static string Property(string type, string item, string access) => $"{type}.{item.Split(' ')[^1]} : {item[..item.LastIndexOf(' ')]} {{ {access} }}";

    private static string Parameters(string text) => string.Join(", ", text.Split(", ").Select(parameter => parameter switch
    {
        "ct" => "CancellationToken cancellationToken = default",
        "ctx" => "RequestContext context",
        "ctx?" => "RequestContext context = default",
        _ => parameter.Replace("= null", "= default", StringComparison.Ordinal),
    }));

    private void Add(params string[] members)
    {
        foreach (string member in members)
        {
            Members.Add(member);
        }
    }
}
