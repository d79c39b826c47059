using System.Text.Json;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>POST /verify, /identify, /findsimilars and /group.</summary>
internal sealed class RecognitionEndpoints(EmulatorOptions options, FaceIdStore ids, IReadOnlyList<PersonGroupEndpoints> groups, IReadOnlyList<FaceListEndpoints> lists)
{
    private const int MostFaces = 1000;

    /// <summary>v1.2 has no route that makes a person of the directory, or a dynamic group: none can be found.</summary>
    private const string NoDirectory = "The Person Directory has no routes in this version of the API, and the emulator has none.";

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
            RememberedFace face = Find(request.Id("faceId"), 404);
            PersonGroupEndpoints? scope = GroupScope(request);
            confidence = scope is not null ? scope.Verify(request, face)
                : !request.Has("personId") ? throw NoScope()
                : !Guid.TryParse(request.Text("personId"), out Guid person) ? throw FaceError.BadArgument("Person ID is invalid.")
                : throw new FaceError(404, "PersonNotFound", $"Person {person} is not found. {NoDirectory}");
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
        PersonGroupEndpoints scope = IdentificationScope(request);
        int most = request.Number("maxNumOfCandidatesReturned", 10, 1, 100);
        float threshold = request.Share("confidenceThreshold", MatchConfidence.Identical);
        RememberedFace[] faces = [.. request.Ids("faceIds", 1, 10).Select(id => Find(id, 400))];
        (Guid Face, List<(Guid Person, float Confidence)> Candidates)[] found = [.. faces.Select(face => (face.Id, scope.Identify(request, face, threshold, most)))];
        await JsonAnswer.WriteBilledAsync(context.Response, json =>
        {
            json.WriteStartArray();
            foreach ((Guid face, List<(Guid Person, float Confidence)> candidates) in found)
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
        FaceListEndpoints[] named = [.. lists.Where(list => request.Has(list.IdName))];
        if (named.Length + (request.Has("faceIds") ? 1 : 0) is var scopes && scopes != 1)
        {
            throw FaceError.BadArgument(scopes == 0 ? "LargeFaceListId, faceListId and faceIds are all null." : "2 or more of largeFaceListId, faceListId and faceIds are not null.");
        }

        int most = request.Number("maxNumOfCandidatesReturned", 20, 1, 1000);
        string mode = request.Text("mode") ?? "matchPerson";
        float least = mode switch { "matchPerson" => MatchConfidence.Identical, "matchFace" => 0, _ => throw FaceError.BadArgument("Mode is invalid.") };
        RememberedFace query = Find(request.Id("faceId"), 400);
        if (named.Length == 1)
        {
            await WriteSimilarAsync(context, "persistedFaceId", named[0].FindSimilar(request, query, least, most));
            return;
        }

        RememberedFace[] faces = [.. request.Ids("faceIds", 1, MostFaces).Select(id => Find(id, 400))];
        CheckModels([query, .. faces]);
        await WriteSimilarAsync(context, "faceId", faces
            .Select(face => (face.Id, Confidence: Confidence(query, face)))
            .Where(face => face.Confidence >= least)
            .OrderByDescending(face => face.Confidence)
            .Take(most));
    }

    private static Task WriteSimilarAsync(HttpContext context, string idName, IEnumerable<(Guid Id, float Confidence)> found) => JsonAnswer.WriteBilledAsync(context.Response, json =>
    {
        json.WriteStartArray();
        foreach ((Guid id, float confidence) in found)
        {
            json.WriteStartObject();
            json.WriteString(idName, id);
            json.WriteNumber("confidence", Rounded(confidence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

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

    private static FaceError NoScope() => new(400, "PersonGroupIdAndLargePersonGroupIdBothNull", "Person group ID and large person group ID are both null.");

    /// <summary>The kind of group that the request names; null where it names none.</summary>
    private PersonGroupEndpoints? GroupScope(JsonRequest request) => groups.Where(group => request.Has(group.IdName)).ToArray() switch
    {
        [] => null,
        [var one] => one,
        _ => throw new FaceError(400, "PersonGroupIdAndLargePersonGroupIdBothNotNull", "Person group ID and large person group ID are both not null."),
    };

    private PersonGroupEndpoints IdentificationScope(JsonRequest request)
    {
        PersonGroupEndpoints? scope = GroupScope(request);
        bool persons = request.Has("personIds"), dynamic = request.Has("dynamicPersonGroupId");
        return (scope is null ? 0 : 1) + (persons ? 1 : 0) + (dynamic ? 1 : 0) > 1 ? throw new FaceError(400, "IncompatibleIdentificationScopeParametersCombination", "More than one of personGroupId, largePersonGroupId, personIds and dynamicPersonGroupId is given.")
            : persons ? throw new FaceError(400, "PersonNotFound", "Person is not found. " + NoDirectory)
            : dynamic ? throw new FaceError(400, "DynamicPersonGroupNotFound", "Dynamic person group is not found. " + NoDirectory)
            : scope ?? throw NoScope();
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
