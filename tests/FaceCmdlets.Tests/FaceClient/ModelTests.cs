using System.ClientModel.Primitives;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using Azure.Core.Extensions;
using Microsoft.Extensions.Azure;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>Models: made by the factories, written and read as JSON, answered by mocks.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Models => [.. All.Select(type => type.Name)];

    private static IEnumerable<Type> All => typeof(FaceDetectionResult).Assembly.GetExportedTypes().Where(type => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IJsonModel<>)));

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_survives_being_written_and_read(string name)
    {
        Type type = All.Single(type => type.Name == name);
        object model = Make(type);
        BinaryData json = ModelReaderWriter.Write(model, ModelReaderWriterOptions.Json);
        object? again = ModelReaderWriter.Read(json, type, ModelReaderWriterOptions.Json);
        Assert.Equal(json.ToString(), ModelReaderWriter.Write(again!, ModelReaderWriterOptions.Json).ToString());

        // Every property is written under its name in camel case, and nothing else is.
        JsonObject written = JsonNode.Parse(json)!.AsObject();
        string[] properties = [.. type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal)];
        Assert.Equal(properties, written.Select(member => member.Key).Order(StringComparer.Ordinal));
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.PropertyType != typeof(Stream)))
        {
            Assert.Equal(Text(property.GetValue(model)), Text(property.GetValue(again)));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_reads_what_it_does_not_know_and_what_is_null(string name)
    {
        Type type = All.Single(type => type.Name == name);
        string members = string.Concat(type.GetProperties().Select(property => $"\"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}\":null,"));
        Assert.NotNull(ModelReaderWriter.Read(BinaryData.FromString("{" + members + "\"somethingNew\":{\"x\":[1]}}"), type, ModelReaderWriterOptions.Json));
        Assert.Throws<FormatException>(() => ModelReaderWriter.Read(BinaryData.FromString("{}"), type, new ModelReaderWriterOptions("X")));
    }

    [Fact]
    public void Every_model_can_be_made_for_a_mock() =>
        Assert.Equal(
            All.Select(type => type.Name).Order(StringComparer.Ordinal),
            typeof(AIVisionFaceModelFactory).GetMethods().Concat(typeof(FaceAdditionsModelFactory).GetMethods()).Where(method => method.IsStatic).Select(method => method.ReturnType.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_mock_answers_with_a_made_model()
    {
        Azure.AI.Vision.Face.FaceClient client = new MockedClient();
        Response<FaceVerificationResult> response = await client.VerifyFaceToFaceAsync(Guid.NewGuid(), Guid.NewGuid());
        Assert.True(response.Value.IsIdentical);
        LargePersonGroupClient group = new MockedAdministration().GetLargePersonGroupClient("any");
        Assert.Equal("Ada", Assert.Single(group.GetPersons().Value).Name);
    }

    [Fact]
    public void The_clients_of_one_administration_share_its_pipeline()
    {
        var large = new FaceAdministrationClient(RecordedService.Endpoint, RecordedService.Key);
        Assert.Same(large.Pipeline, large.GetLargeFaceListClient("a").Pipeline);
        Assert.Same(large.Pipeline, large.GetLargePersonGroupClient("a").Pipeline);
        var small = new FaceStandardAdministrationClient(RecordedService.Endpoint, RecordedService.Key);
        Assert.Same(small.Pipeline, small.GetFaceListClient("a").Pipeline);
        Assert.Same(small.Pipeline, small.GetPersonGroupClient("a").Pipeline);
    }

    [Fact]
    public void The_clients_can_be_registered()
    {
        var builder = new Registered();
        builder.AddFaceClient(RecordedService.Endpoint, RecordedService.Key);
        builder.AddFaceSessionClient(RecordedService.Endpoint, RecordedService.Key);
        builder.AddFaceAdministrationClient(RecordedService.Endpoint, RecordedService.Key);
        builder.AddFaceClient(RecordedService.Endpoint);
        builder.AddFaceSessionClient(RecordedService.Endpoint);
        builder.AddFaceAdministrationClient(RecordedService.Endpoint);
        Assert.Equal([typeof(Azure.AI.Vision.Face.FaceClient), typeof(FaceSessionClient), typeof(FaceAdministrationClient), typeof(Azure.AI.Vision.Face.FaceClient), typeof(FaceSessionClient), typeof(FaceAdministrationClient)], builder.Clients.Select(client => client.GetType()));
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        _ when All.Contains(value.GetType()) => ModelReaderWriter.Write(value, ModelReaderWriterOptions.Json).ToString(),
        System.Collections.IEnumerable list and not string => $"[{string.Join(',', list.Cast<object>().Select(Text))}]",
        _ => value.ToString()!,
    };

    /// <summary>A model of the type, everything in it set, and no two values alike.</summary>
    private static object Make(Type type)
    {
        MethodInfo method = typeof(AIVisionFaceModelFactory).GetMethod(type.Name) ?? typeof(FaceAdditionsModelFactory).GetMethod(type.Name)!;
        int number = 0;
        return method.Invoke(null, [.. method.GetParameters().Select(parameter => Value(parameter.ParameterType, ref number))])!;
    }

    private static object Value(Type type, ref int number)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        number++;
        if (type == typeof(Guid))
        {
            return new Guid(number, 0, 0, new byte[8]);
        }

        if (type.IsGenericType)
        {
            Type item = type.GetGenericArguments()[0];
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(Value(item, ref number));
            list.Add(Value(item, ref number));
            return list;
        }

        return type switch
        {
            _ when type == typeof(string) => "text " + number,
            _ when type == typeof(int) => number,
            _ when type == typeof(float) => number / 8f,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2024, 1, number, 0, 0, 0, TimeSpan.Zero),
            _ when type == typeof(Stream) => new MemoryStream([1, 2, 3]),
            _ when type.IsValueType => Activator.CreateInstance(type, "value " + number)!,
            _ => Make(type),
        };
    }

    private sealed class MockedClient : Azure.AI.Vision.Face.FaceClient
    {
        public override Task<Response<FaceVerificationResult>> VerifyFaceToFaceAsync(Guid faceId1, Guid faceId2, CancellationToken cancellationToken = default) =>
            Task.FromResult(Response.FromValue(AIVisionFaceModelFactory.FaceVerificationResult(true, 0.9f), null!));
    }

    private sealed class MockedAdministration : FaceAdministrationClient
    {
        public override LargePersonGroupClient GetLargePersonGroupClient(string largePersonGroupId) => new MockedGroup();
    }

    private sealed class MockedGroup : LargePersonGroupClient
    {
        public override Response<IReadOnlyList<LargePersonGroupPerson>> GetPersons(string? start = null, int? top = null, CancellationToken cancellationToken = default) =>
            Response.FromValue<IReadOnlyList<LargePersonGroupPerson>>([AIVisionFaceModelFactory.LargePersonGroupPerson(name: "Ada")], null!);
    }

    /// <summary>Creates at once what is registered.</summary>
    private sealed class Registered : IAzureClientFactoryBuilder, IAzureClientFactoryBuilderWithCredential
    {
        public List<object> Clients { get; } = [];

        public IAzureClientBuilder<TClient, TOptions> RegisterClientFactory<TClient, TOptions>(Func<TOptions, TClient> clientFactory)
            where TOptions : class
        {
            Clients.Add(clientFactory((TOptions)(object)new AzureAIVisionFaceClientOptions())!);
            return null!;
        }

        public IAzureClientBuilder<TClient, TOptions> RegisterClientFactory<TClient, TOptions>(Func<TOptions, TokenCredential, TClient> clientFactory, bool requiresCredential = true)
            where TOptions : class
        {
            Clients.Add(clientFactory((TOptions)(object)new AzureAIVisionFaceClientOptions(), new NoCredential())!);
            return null!;
        }
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => default;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => default;
    }
}
