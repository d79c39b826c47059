using System.Reflection;
using System.Text;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>Calls every public method of every client, synchronous and not, and holds what is sent against operations.txt.</summary>
public sealed class OperationTests
{
    private const string Face = "c5c24a82-6845-4031-9d5d-978df9175426";
    private const string Face2 = "65d083d4-9447-47d1-af30-b626144bf0fb";
    private const string Person = "25985303-c537-4467-b41d-bdb45cd95ca1";
    private const string Persisted = "43897a75-8d6f-42cf-885e-74832febb055";

    private static readonly Dictionary<string, (string Line, string? Body)> Expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "FaceClient", "operations.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .ToDictionary(line => line[..line.IndexOf(" = ", StringComparison.Ordinal)], line =>
        {
            string[] parts = line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..].Split(" | ");
            return (Ids(parts[0]), parts.Length > 1 ? Ids(parts[1]) : null);
        });

    public static TheoryData<string> Methods => [.. Clients.SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).Select(method => $"{client.Name}.{method}"))];

    private static Type[] Clients => [typeof(Azure.AI.Vision.Face.FaceClient), typeof(LargeFaceListClient), typeof(LargePersonGroupClient), typeof(FaceSessionClient), typeof(FaceListClient), typeof(PersonGroupClient), typeof(FaceSettingsClient)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_call_sends_what_the_service_expects(string name)
    {
        Type type = Clients.Single(client => name.StartsWith(client.Name + ".", StringComparison.Ordinal));
        MethodInfo method = type.GetMethods().Single(method => $"{type.Name}.{method}" == name);
        ParameterInfo[] parameters = method.GetParameters();
        string key = $"{type.Name}.{(method.ReturnType.IsAssignableTo(typeof(Task)) ? method.Name[..^"Async".Length] : method.Name)}({string.Join(", ", parameters.Select(parameter => parameter.Name).Where(parameter => parameter is not ("cancellationToken" or "context" or "waitUntil")))})";
        Assert.True(Expected.ContainsKey(key), $"operations.txt lacks {key}");
        (string line, string? body) = Expected[key];
        bool settings = type == typeof(FaceSettingsClient);

        RecordedService service = RecordedService.Answering(Answer(method.ReturnType), method.Name.StartsWith("Train", StringComparison.Ordinal) ? 202 : 200);
        object client = Create(type, service.Options(settings ? ServiceVersion.V1_3_Preview_1 : ServiceVersion.V1_2));
        object? result = method.Invoke(client, [.. parameters.Select(parameter => Argument(parameter, body))]);
        if (result is Task task)
        {
            await task;
            result = task.GetType().GetProperty("Result")!.GetValue(task);
        }

        Assert.NotNull(result);
        (string sent, string? contentType, byte[] bytes, _) = Assert.Single(service.Requests);
        Assert.Equal(line.Insert(line.IndexOf('/', StringComparison.Ordinal), settings ? "/face/v1.3-preview.1" : "/face/v1.2"), sent);
        if (body == "<form>")
        {
            Assert.StartsWith("multipart/form-data; boundary=", contentType, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(body ?? string.Empty, Encoding.UTF8.GetString(bytes));
            Assert.Equal(body is null ? null : parameters.Any(parameter => parameter.Name == "contentType") ? "multipart/form-data; boundary=abc" : body == "picture" ? "application/octet-stream" : "application/json", contentType);
        }
    }

    [Fact]
    public void Every_line_of_the_list_is_a_call()
    {
        string[] keys = [.. Clients.SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && !method.ReturnType.IsAssignableTo(typeof(Task)))
            .Select(method => $"{client.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name).Where(parameter => parameter is not ("cancellationToken" or "context" or "waitUntil")))})"))];
        Assert.Empty(Expected.Keys.Except(keys));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_call_can_be_replaced_by_a_mock(string name)
    {
        Type type = Clients.Single(client => name.StartsWith(client.Name + ".", StringComparison.Ordinal));
        MethodInfo method = type.GetMethods().Single(method => $"{type.Name}.{method}" == name);
        Assert.True(method is { IsVirtual: true, IsFinal: false });
    }

    private static string Ids(string text) => text.Replace("<face>", Face, StringComparison.Ordinal).Replace("<face2>", Face2, StringComparison.Ordinal)
        .Replace("<person>", Person, StringComparison.Ordinal).Replace("<persisted>", Persisted, StringComparison.Ordinal).Replace("<picture>", "picture", StringComparison.Ordinal);

    private static object Create(Type type, AzureAIVisionFaceClientOptions options)
    {
        bool bound = type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(string)));
        object[] arguments = bound ? [RecordedService.Endpoint, RecordedService.Key, "id-1", options] : [RecordedService.Endpoint, RecordedService.Key, options];
        return Activator.CreateInstance(type, arguments)!;
    }

    private static string Answer(Type result)
    {
        string text = result.ToString();
        return text.Contains("IReadOnlyList", StringComparison.Ordinal) ? "[]" : "{}";
    }

    private static object? Argument(ParameterInfo parameter, string? body) => parameter.Name switch
    {
        "cancellationToken" => CancellationToken.None,
        "context" => null,
        "waitUntil" => WaitUntil.Started,
        "content" => RequestContent.Create(Encoding.UTF8.GetBytes(body!)),
        "contentType" => "multipart/form-data; boundary=abc",
        "body" when parameter.ParameterType == typeof(CreateLivenessSessionContent) => new CreateLivenessSessionContent(LivenessOperationMode.Passive) { EnableSessionImage = true, DeviceCorrelationId = "device" },
        "body" => new CreateLivenessWithVerifySessionContent(LivenessOperationMode.Passive, new MemoryStream([1])),
        "imageContent" when parameter.ParameterType == typeof(RequestContent) => RequestContent.Create("picture"u8.ToArray()),
        "imageContent" => BinaryData.FromString("picture"),
        "url" or "uri" => new Uri("https://example.org/a.jpg"),
        "detectionModel" => parameter.ParameterType == typeof(string) ? "detection_03" : (object)FaceDetectionModel.Detection03,
        "recognitionModel" => parameter.ParameterType == typeof(string) ? "recognition_04" : (object)FaceRecognitionModel.Recognition04,
        "returnFaceAttributes" => new[] { FaceAttributeType.HeadPose, FaceAttributeType.Mask },
        "returnFaceId" or "returnFaceLandmarks" or "returnRecognitionModel" or "livenessAbuseMonitoringEnabled" => true,
        "faceIdTimeToLive" => 60,
        "faceId" or "faceId1" => Guid.Parse(Face),
        "faceId2" => Guid.Parse(Face2),
        "faceIds" => new[] { Guid.Parse(Face), Guid.Parse(Face2) },
        "personId" => Guid.Parse(Person),
        "persistedFaceId" => Guid.Parse(Persisted),
        "largeFaceListId" or "largePersonGroupId" => "id-1",
        "maxNumOfCandidatesReturned" => 5,
        "confidenceThreshold" => 0.7f,
        "mode" => FindSimilarMatchMode.MatchFace,
        "name" => "the name",
        "userData" => "the data",
        "start" => "after",
        "top" => 7,
        "targetFace" => new[] { 1, 2, 3, 4 },
        "sessionId" => "a/b",
        "sessionImageId" => "image-1",
        _ => throw new InvalidOperationException($"No argument for {parameter}."),
    };
}
