using System.Management.Automation;
using FaceCmdlets.Tests.Bulk;

namespace FaceCmdlets.Tests.Module;

/// <summary>Collections of another recognition model than the newest: who asks with a picture need not know of it.</summary>
public sealed class RecognitionModelTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private readonly ModuleSession _session = new();
    private readonly string _endpoint;

    public RecognitionModelTests()
    {
        _endpoint = _session.Run($"$e = Start-AzFaceEmulator -Key {BulkFixture.Key}; Connect-AzFace -Endpoint $e.Endpoint -Key {BulkFixture.Key}; $e.Endpoint.AbsoluteUri")[0].ToString();
        _session.Run($"""
            New-AzFacePersonGroup old -RecognitionModel recognition_01 | Out-Null
            New-AzFacePerson old 'Anna 1' | Out-Null
            Add-AzFacePersonFace old 'Anna 1' '{Astronaut}' | Out-Null
            New-AzFaceList gallery -RecognitionModel recognition_01 | Out-Null
            Add-AzFaceListFace gallery '{Astronaut}' | Out-Null
            Start-AzFaceTraining old | Wait-AzFaceTraining | Out-Null
            Start-AzFaceTraining -FaceList gallery | Wait-AzFaceTraining | Out-Null
            """);
    }

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Theory]
    [InlineData("Resolve-AzFaceIdentity old {0}", 4)]
    [InlineData("{0}, {0} | Resolve-AzFaceIdentity old", 5)]
    [InlineData("Compare-AzFace -PersonGroup old -Person 'Anna 1' {0}", 4)]
    [InlineData("Find-AzFaceSimilar -FaceList gallery {0}", 4)]
    public void A_picture_is_detected_with_the_model_of_what_it_is_looked_for_in_and_without_a_call_more(string command, int calls)
    {
        int before = EmulatorCounts.Of(_endpoint).Requests;
        Assert.All(_session.Run(Format(command)), found => Assert.True((double)found.Properties["Confidence"].Value > 0.9));
        Assert.Equal(calls, EmulatorCounts.Of(_endpoint).Requests - before);
    }

    [Theory]
    [InlineData("Resolve-AzFaceIdentity old {0} -RecognitionModel recognition_04", "Resolve-AzFaceIdentity old PICTURE")]
    [InlineData("Compare-AzFace -PersonGroup old -Person 'Anna 1' {0} -RecognitionModel recognition_04", "Compare-AzFace -PersonGroup old -Person 'Anna 1' PICTURE")]
    [InlineData("Find-AzFaceSimilar -FaceList gallery {0} -RecognitionModel recognition_04", "Find-AzFaceSimilar -FaceList gallery PICTURE")]
    public void Another_model_that_is_asked_for_is_one_error_that_names_both(string command, string next)
    {
        int before = EmulatorCounts.Of(_endpoint).Requests;
        ErrorRecord error = _session.Fails(Format(command));
        Assert.StartsWith("RecognitionModelMismatch,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("faces of recognition_01, and -RecognitionModel says recognition_04", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next, error.ErrorDetails.RecommendedAction);
        Assert.Equal(1, EmulatorCounts.Of(_endpoint).Requests - before);
    }

    [Theory]
    [InlineData("$of4, $of1 | Resolve-AzFaceIdentity old")]
    [InlineData("$of4, $of1 | Compare-AzFace -PersonGroup old -Person 'Anna 1'")]
    [InlineData("$of4, $of1 | Find-AzFaceSimilar -FaceList gallery")]
    public void A_face_of_another_model_is_its_error_and_the_others_go_on(string command)
    {
        _session.Run(Format("$of1 = Invoke-AzFaceDetection {0} -ReturnFaceId -RecognitionModel recognition_01; $of4 = Invoke-AzFaceDetection {0} -ReturnFaceId"));
        AssertMismatch(command, "RecognitionModelMismatch", $"Invoke-AzFaceDetection {Astronaut} -ReturnFaceId -RecognitionModel recognition_01");

        // The service alone knows of which model an id is.
        AssertMismatch(command.Replace("$of4, $of1", "$of4.FaceId, $of1.FaceId", StringComparison.Ordinal), "BadArgument", "Invoke-AzFaceDetection PICTURE -ReturnFaceId -RecognitionModel recognition_01");
    }

    [Fact]
    public void Pictures_are_detected_with_the_model_of_the_face_that_they_are_held_against()
    {
        _session.Run(Format("$of1 = Invoke-AzFaceDetection {0} -ReturnFaceId -RecognitionModel recognition_01"));
        Assert.Single(_session.Run(Format("Compare-AzFace $of1 {0}")));
        Assert.Single(_session.Run(Format("Find-AzFaceSimilar $of1 {0}")));
        ErrorRecord error = _session.Fails(Format("Compare-AzFace $of1 {0} -RecognitionModel recognition_04"));
        Assert.StartsWith("BadArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the same -RecognitionModel", error.Exception.Message, StringComparison.Ordinal);
    }

    private static string Format(string script) => script.Replace("{0}", $"'{Astronaut}'", StringComparison.Ordinal);

    private void AssertMismatch(string command, string id, string next)
    {
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors(command);
        Assert.Single(output);
        ErrorRecord error = Assert.Single(errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("keeps faces of recognition_01", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next, error.ErrorDetails.RecommendedAction);
    }
}
