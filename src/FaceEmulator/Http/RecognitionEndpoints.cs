using System.Text.Json;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>POST /verify, /findsimilars and /group on face ids.</summary>
internal sealed class RecognitionEndpoints(EmulatorOptions options, FaceIdStore ids)
{
    private const int MostFaces = 1000;
    private static readonly string[] Scopes = ["faceIds", "faceListId", "largeFaceListId"];

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        routes.MapPost($"/face/{version}/verify", VerifyAsync);
        routes.MapPost($"/face/{version}/findsimilars", FindSimilarAsync);
        routes.MapPost($"/face/{version}/group", GroupAsync);
    }

    private async Task VerifyAsync(HttpContext context)
    {
        Admit("Verification");
        using RecognitionRequest request = await RecognitionRequest.ReadAsync(context.Request, context.RequestAborted);
        if (!request.Has("faceId1") || !request.Has("faceId2"))
        {
            throw request.Has("faceId")
                ? new FaceError(501, "NotImplemented", "This emulator has no person groups yet: it verifies face against face.")
                : FaceError.BadArgument("Request body is invalid.");
        }

        // Here, and only here, an unknown face is a 404.
        RememberedFace first = Find(request.Id("faceId1"), 404), second = Find(request.Id("faceId2"), 404);
        CheckModels(first, second);
        float confidence = Confidence(first, second);
        await WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isIdentical", confidence >= MatchConfidence.Identical);
            json.WriteNumber("confidence", Rounded(confidence));
            json.WriteEndObject();
        });
    }

    private async Task FindSimilarAsync(HttpContext context)
    {
        Admit("Identification,Verification");
        using RecognitionRequest request = await RecognitionRequest.ReadAsync(context.Request, context.RequestAborted);
        int scopes = Scopes.Count(request.Has);
        if (scopes != 1)
        {
            throw FaceError.BadArgument(scopes == 0 ? "LargeFaceListId, faceListId and faceIds are all null." : "2 or more of largeFaceListId, faceListId and faceIds are not null.");
        }

        int most = request.Number("maxNumOfCandidatesReturned", 20, 1, 1000);
        string mode = request.Text("mode") ?? "matchPerson";
        if (mode is not ("matchPerson" or "matchFace"))
        {
            throw FaceError.BadArgument("Mode is invalid.");
        }

        if (!request.Has("faceIds"))
        {
            throw request.Has("faceListId") ? new FaceError(400, "FaceListNotFound", "Face list is not found.") : new FaceError(400, "LargeFaceListNotFound", "Large face list is not found.");
        }

        RememberedFace query = Find(request.Id("faceId"), 400);
        RememberedFace[] faces = [.. request.Ids("faceIds", 1, MostFaces).Select(id => Find(id, 400))];
        CheckModels([query, .. faces]);
        (Guid Id, float Confidence)[] found = [.. faces
            .Select(face => (face.Id, Confidence: Confidence(query, face)))
            .Where(face => mode == "matchFace" || face.Confidence >= MatchConfidence.Identical)
            .OrderByDescending(face => face.Confidence)
            .Take(most)];
        await WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach ((Guid id, float confidence) in found)
            {
                json.WriteStartObject();
                json.WriteString("faceId", id);
                json.WriteNumber("confidence", Rounded(confidence));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private async Task GroupAsync(HttpContext context)
    {
        Admit("Identification,Verification");
        using RecognitionRequest request = await RecognitionRequest.ReadAsync(context.Request, context.RequestAborted);
        RememberedFace[] faces = [.. request.Ids("faceIds", 2, MostFaces).Distinct().Select(id => Find(id, 400))];
        CheckModels(faces);
        IReadOnlyList<Guid[]> groups = FaceGrouping.Group(faces);
        await WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("groups");
            foreach (Guid[] group in groups.Where(group => group.Length > 1))
            {
                WriteIds(json, group);
            }

            json.WriteEndArray();
            json.WritePropertyName("messyGroup");
            WriteIds(json, groups.Where(group => group.Length == 1).Select(group => group[0]));
            json.WriteEndObject();
        });
    }

    private static void WriteIds(Utf8JsonWriter json, IEnumerable<Guid> ids)
    {
        json.WriteStartArray();
        foreach (Guid id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["CSP-Billing-Usage"] = "CognitiveServices.Face.Transaction=1";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        write(json);
    }

    private static float Confidence(RememberedFace first, RememberedFace second) => MatchConfidence.Between(first.Descriptor, second.Descriptor);

    private static double Rounded(float confidence) => Math.Round((double)confidence, 5);

    private static void CheckModels(params RememberedFace[] faces)
    {
        if (faces.Any(face => face.RecognitionModel != faces[0].RecognitionModel))
        {
            throw FaceError.BadArgument("'recognitionModel' is incompatible.");
        }
    }

    private void Admit(string features)
    {
        if (options.LimitedAccess)
        {
            throw FaceError.Unsupported($"Feature is not supported, missing approval for one or more of the following features: {features}. Please apply for access at https://aka.ms/facerecognition");
        }
    }

    private RememberedFace Find(Guid id, int statusOtherwise) => ids.Find(id) ?? throw new FaceError(statusOtherwise, "FaceNotFound", "Face is not found.");
}
