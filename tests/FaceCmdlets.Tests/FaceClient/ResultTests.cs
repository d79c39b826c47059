using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>What the clients make of the service's answers.</summary>
public sealed class ResultTests
{
    private static readonly Guid A = Guid.Parse("c5c24a82-6845-4031-9d5d-978df9175426");
    private static readonly Guid B = Guid.Parse("65d083d4-9447-47d1-af30-b626144bf0fb");
    private static readonly Guid P = Guid.Parse("25985303-c537-4467-b41d-bdb45cd95ca1");

    [Fact]
    public async Task Similar_faces_come_most_alike_first_with_the_id_of_where_they_were_looked_for()
    {
        RecordedService service = RecordedService.Answering($$"""[{"confidence":0.9,"faceId":"{{B}}"},{"confidence":0.2,"persistedFaceId":"{{P}}"}]""");
        Response<IReadOnlyList<FaceFindSimilarResult>> response = await Client(service).FindSimilarAsync(A, [B]);
        Assert.Equal([(0.9f, B, null), (0.2f, null, (Guid?)P)], response.Value.Select(similar => (similar.Confidence, similar.FaceId, similar.PersistedFaceId)));
        Assert.Equal($$"""{"faceId":"{{A}}","faceIds":["{{B}}"]}""", service.LastBody);
        Assert.Equal(200, response.GetRawResponse().Status);
    }

    [Fact]
    public void Groups_and_those_that_fit_nowhere_are_told_apart()
    {
        FaceGroupingResult groups = Client(RecordedService.Answering($$"""{"groups":[["{{A}}","{{B}}"],["{{P}}"]],"messyGroup":["{{P}}"]}""")).Group([A, B, P]).Value;
        Assert.Equal([[A, B], [P]], groups.Groups);
        Assert.Equal([P], groups.MessyGroup);
        Assert.Empty(Client(RecordedService.Answering("""{"groups":[]}""")).Group([A, B]).Value.MessyGroup);
    }

    [Fact]
    public async Task An_identified_face_has_its_candidates()
    {
        FaceIdentificationResult[] results = [.. (await Client(RecordedService.Answering($$"""[{"faceId":"{{A}}","candidates":[{"personId":"{{P}}","confidence":0.92}]},{"faceId":"{{B}}","candidates":[]}]""")).IdentifyFromLargePersonGroupAsync([A, B], "staff")).Value];
        Assert.Equal((A, P, 0.92f), (results[0].FaceId, Assert.Single(results[0].Candidates).PersonId, results[0].Candidates[0].Confidence));
        Assert.Empty(results[1].Candidates);
    }

    [Fact]
    public void A_verification_says_whether_and_how_sure()
    {
        FaceVerificationResult result = Client(RecordedService.Answering("""{"isIdentical":true,"confidence":0.73}""")).VerifyFaceToFace(A, B).Value;
        Assert.Equal((true, 0.73f), (result.IsIdentical, result.Confidence));
    }

    [Fact]
    public async Task A_page_of_lists_is_read()
    {
        LargeFaceList[] lists = [.. (await List(RecordedService.Answering("""[{"largeFaceListId":"a","name":"A","userData":"data","recognitionModel":"recognition_04"},{"largeFaceListId":"b","name":"B"}]""")).GetLargeFaceListsAsync(top: 2, returnRecognitionModel: true)).Value];
        Assert.Equal(("a", "A", "data", FaceRecognitionModel.Recognition04), (lists[0].LargeFaceListId, lists[0].Name, lists[0].UserData, lists[0].RecognitionModel));
        Assert.Equal(("b", null, null), (lists[1].LargeFaceListId, lists[1].UserData, lists[1].RecognitionModel));
    }

    [Fact]
    public void A_person_is_read_with_the_faces()
    {
        RecordedService service = RecordedService.Answering($$"""{"personId":"{{P}}","name":"Ada","userData":null,"persistedFaceIds":["{{A}}","{{B}}"]}""");
        LargePersonGroupPerson person = new FaceAdministrationClient(RecordedService.Endpoint, RecordedService.Key, service.Options()).GetLargePersonGroupClient("staff").GetPerson(P).Value;
        Assert.Equal((P, "Ada", null), (person.PersonId, person.Name, person.UserData));
        Assert.Equal([A, B], person.PersistedFaceIds);
        Assert.Equal($"GET /face/v1.2/largepersongroups/staff/persons/{P}", service.LastLine);
    }

    [Fact]
    public void A_small_list_brings_its_faces_along()
    {
        RecordedService service = RecordedService.Answering($$"""{"faceListId":"few","name":"Few","persistedFaces":[{"persistedFaceId":"{{A}}","userData":"x"}]}""");
        FaceList list = new FaceStandardAdministrationClient(RecordedService.Endpoint, RecordedService.Key, service.Options()).GetFaceListClient("few").GetFaceList().Value;
        Assert.Equal((A, "x"), (Assert.Single(list.PersistedFaces).PersistedFaceId, list.PersistedFaces[0].UserData));
    }

    [Fact]
    public void What_was_added_has_its_id()
    {
        Assert.Equal(A, List(RecordedService.Answering($$"""{"persistedFaceId":"{{A}}"}""")).AddFace(new Uri("https://example.org/a.jpg")).Value.PersistedFaceId);
        var group = new PersonGroupClient(RecordedService.Endpoint, RecordedService.Key, "g", RecordedService.Answering($$"""{"personId":"{{P}}"}""").Options());
        Assert.Equal(P, group.CreatePerson("Ada").Value.PersonId);
    }

    [Fact]
    public void What_is_not_said_is_not_sent()
    {
        RecordedService service = new RecordedService().Then("{}").Then("{}").Then("[]");
        List(service).Create("A");
        Assert.Equal("""{"name":"A"}""", service.LastBody);
        List(service).AddFace(BinaryData.FromBytes([1]));
        Assert.Equal("POST /face/v1.2/largefacelists/l/persistedfaces", service.LastLine);
        List(service).GetFaces(start: "ä&b");
        Assert.Equal("GET /face/v1.2/largefacelists/l/persistedfaces?start=%C3%A4%26b", service.LastLine);
    }

    [Fact]
    public async Task A_training_says_how_it_stands_and_when()
    {
        FaceTrainingResult training = (await List(RecordedService.Answering("""{"status":"failed","createdDateTime":"2024-03-05T11:07:58.371Z","lastActionDateTime":"2024-03-05T11:07:58.502Z","lastSuccessfulTrainingDateTime":null,"message":"No faces."}""")).GetTrainingStatusAsync()).Value;
        Assert.Equal((FaceOperationStatus.Failed, new DateTimeOffset(2024, 3, 5, 11, 7, 58, 371, TimeSpan.Zero), default(DateTimeOffset), "No faces."), (training.Status, training.CreatedDateTime, training.LastSuccessfulTrainingDateTime, training.Message));
    }

    [Fact]
    public void A_protocol_call_leaves_the_answer_unread()
    {
        Response response = Client(RecordedService.Answering("not even JSON")).VerifyFaceToFace(RequestContent.Create("{}"));
        Assert.Equal("not even JSON", response.Content.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_leave_its_path_is_refused(string id)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new LargeFaceListClient(RecordedService.Endpoint, RecordedService.Key, id));
        Assert.Equal("largeFaceListId", refused.ParamName);
    }

    [Fact]
    public void An_id_is_one_segment_of_the_path()
    {
        RecordedService service = RecordedService.Answering("{}");
        new LargePersonGroupClient(RecordedService.Endpoint, RecordedService.Key, "../x?y#z", service.Options()).Delete();
        Assert.Equal("DELETE /face/v1.2/largepersongroups/..%2Fx%3Fy%23z", service.LastLine);
    }

    [Theory]
    [InlineData(AzureAIVisionFaceClientOptions.ServiceVersion.V1_1_Preview_1, "v1.1-preview.1")]
    [InlineData(AzureAIVisionFaceClientOptions.ServiceVersion.V1_2_Preview_1, "v1.2-preview.1")]
    [InlineData(AzureAIVisionFaceClientOptions.ServiceVersion.V1_2, "v1.2")]
    [InlineData(AzureAIVisionFaceClientOptions.ServiceVersion.V1_3_Preview_1, "v1.3-preview.1")]
    public void The_version_stands_in_the_address(AzureAIVisionFaceClientOptions.ServiceVersion version, string name)
    {
        RecordedService service = RecordedService.Answering("{}");
        new LargeFaceListClient(RecordedService.Endpoint, RecordedService.Key, "l", service.Options(version)).GetLargeFaceList();
        Assert.Equal($"GET /face/{name}/largefacelists/l", service.LastLine);
    }

    private static Azure.AI.Vision.Face.FaceClient Client(RecordedService service) => new(RecordedService.Endpoint, RecordedService.Key, service.Options());

    private static LargeFaceListClient List(RecordedService service) => new(RecordedService.Endpoint, RecordedService.Key, "l", service.Options());
}
