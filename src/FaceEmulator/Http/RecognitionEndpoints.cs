using System.Text.Json;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>POST /verify, /identify, /findsimilars and /group.</summary>
internal sealed class RecognitionEndpoints(EmulatorOptions options, FaceIdStore ids, PersonGroupEndpoints largeGroups, PersonGroupEndpoints groups)
{
    private const int MostFaces = 1000;
    private static readonly string[] Scopes = ["faceIds", "faceListId", "largeFaceListId"];

    public void Map(IEndpointRouteBuilder routes, string version)
    {
        routes.MapPost($"/face/{version}/verify", VerifyAsync);
        routes.MapPost($"/face/{version}/identify", IdentifyAsync);
        routes.MapPost($"/face/{version}/findsimilars", FindSimilarAsync);
        routes.MapPost($"/face/{version}/group", GroupAsync);
    }

    private async Task VerifyAsync(HttpContext context)
    {
        Admit("Verification");
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        float confidence;
        if (request.Has("faceId"))
        {
            PersonGroupEndpoints scope = Scope(request);
            confidence = scope.Verify(request, Find(request.Id("faceId"), 404));
        }
        else
        {
            // Here, and only here, an unknown face is a 404.
            RememberedFace first = Find(request.Id("faceId1"), 404), second = Find(request.Id("faceId2"), 404);
            CheckModels(first, second);
            confidence = Confidence(first, second);
        }

        await JsonAnswer.WriteBilledAsync(context.Response, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isIdentical", confidence >= MatchConfidence.Identical);
            json.WriteNumber("confidence", Rounded(confidence));
            json.WriteEndObject();
        });
    }

    private async Task IdentifyAsync(HttpContext context)
    {
        Admit("Identification");
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        PersonGroupEndpoints scope = Scope(request);
        int most = request.Number("maxNumOfCandidatesReturned", 10, 1, 100);
        float threshold = request.Share("confidenceThreshold", MatchConfidence.Identical);
        RememberedFace[] faces = [.. request.Ids("faceIds", 1, 10).Select(id => Find(id, 400))];
        (Guid Face, (Guid Person, float Confidence)[] Candidates)[] found = [.. faces.Select(face => (face.Id, scope.Identify(request, face).Where(person => person.Confidence >= threshold).Take(most).ToArray()))];
        await JsonAnswer.WriteBilledAsync(context.Response, json =>
        {
            json.WriteStartArray();
            foreach ((Guid face, (Guid Person, float Confidence)[] candidates) in found)
            {
                json.WriteStartObject();
                json.WriteString("faceId", face);
                json.WriteStartArray("candidates");
                foreach ((Guid person, float confidence) in candidates)
                {
                    json.WriteStartObject();
                    json.WriteString("personId", person);
                    json.WriteNumber("confidence", Rounded(confidence));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private async Task FindSimilarAsync(HttpContext context)
    {
        Admit("Identification,Verification");
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
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
        await JsonAnswer.WriteBilledAsync(context.Response, json =>
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
        using JsonRequest request = await JsonRequest.ReadAsync(context.Request, context.RequestAborted);
        RememberedFace[] faces = [.. request.Ids("faceIds", 2, MostFaces).Distinct().Select(id => Find(id, 400))];
        CheckModels(faces);
        IReadOnlyList<Guid[]> groups = FaceGrouping.Group(faces);
        await JsonAnswer.WriteBilledAsync(context.Response, json =>
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

    private static float Confidence(RememberedFace first, RememberedFace second) => MatchConfidence.Between(first.Descriptor, second.Descriptor);

    private static double Rounded(float confidence) => Math.Round((double)confidence, 5);

    private static void CheckModels(params RememberedFace[] faces)
    {
        if (faces.Any(face => face.RecognitionModel != faces[0].RecognitionModel))
        {
            throw FaceError.BadArgument("'recognitionModel' is incompatible.");
        }
    }

    private PersonGroupEndpoints Scope(JsonRequest request) => (request.Has("largePersonGroupId"), request.Has("personGroupId")) switch
    {
        (true, true) => throw new FaceError(400, "PersonGroupIdAndLargePersonGroupIdBothNotNull", "Person group ID and large person group ID are both not null."),
        (false, false) => throw new FaceError(400, "PersonGroupIdAndLargePersonGroupIdBothNull", "Person group ID and large person group ID are both null."),
        (true, false) => largeGroups,
        _ => groups,
    };

    private void Admit(string features)
    {
        if (options.LimitedAccess)
        {
            throw FaceError.Unsupported($"Feature is not supported, missing approval for one or more of the following features: {features}. Please apply for access at https://aka.ms/facerecognition");
        }
    }

    private RememberedFace Find(Guid id, int statusOtherwise) => ids.Find(id) ?? throw new FaceError(statusOtherwise, "FaceNotFound", "Face is not found.");
}
