using System.Management.Automation;
using FaceCmdlets.Tests.Bulk;
using SkiaSharp;

namespace FaceCmdlets.Tests.Module;

/// <summary>Compare-, Find- and Group-AzFace against the emulator, which really recognises.</summary>
public sealed class RecognitionTests : IDisposable
{
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly ModuleSession _session = new();

    private readonly string _endpoint;

    public RecognitionTests() =>
        _endpoint = _session.Run($"$e = Start-AzFaceEmulator -Key {BulkFixture.Key}; Connect-AzFace -Endpoint $e.Endpoint -Key {BulkFixture.Key}; $e.Endpoint.AbsoluteUri")[0].ToString();

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator");
        _session.Dispose();
    }

    [Fact]
    public void Faces_ids_files_and_rows_are_all_taken()
    {
        IReadOnlyList<PSObject> results = _session.Run($"$f = Invoke-AzFaceDetection '{Astronaut}' -ReturnFaceId; & {{ $f; $f.FaceId; \"$($f.FaceId)\"; '{Astronaut}'; Get-ChildItem '{Astronaut}'; [pscustomobject]@{{ FaceId = \"$($f.FaceId)\" }}; [pscustomobject]@{{ Path = '{Astronaut}' }} }} | Compare-AzFace '{Astronaut}'");
        Assert.Equal(7, results.Count);
        Assert.All(results, result => Assert.Equal(true, result.Properties["IsIdentical"].Value));
        Assert.All(results, result => Assert.Equal(Astronaut, result.Properties["ReferencePath"].Value));
        Assert.Equal([Astronaut, null, null, Astronaut, Astronaut, null, Astronaut], results.Select(result => result.Properties["Path"].Value));
    }

    [SharedPhotosFact]
    public void People_are_told_apart()
    {
        string folder = SharedPhotosFactAttribute.Folder;
        IReadOnlyList<PSObject> results = _session.Run($"Get-ChildItem '{folder}' -Filter person-*.jpg | Sort-Object Name | Compare-AzFace '{folder}/person-a-1.jpg'");
        Assert.Equal([true, true, false, false], results.Select(result => (bool)result.Properties["IsIdentical"].Value));
        results = _session.Run($"Get-ChildItem '{folder}' -Filter person-*.jpg | Sort-Object Name | Group-AzFace");
        Assert.Equal([1, 1, 2, 2], results.Select(result => (int)result.Properties["GroupNumber"].Value));
        results = _session.Run($"Get-ChildItem '{folder}' -Filter person-*.jpg | Find-AzFaceSimilar '{folder}/person-b-1.jpg'");
        Assert.Equal(["person-b-1.jpg", "person-b-2.jpg"], results.Select(result => Path.GetFileName((string)result.Properties["Path"].Value)));
        Assert.Equal(4, _session.Run($"Get-ChildItem '{folder}' -Filter person-*.jpg | Find-AzFaceSimilar '{folder}/person-b-1.jpg' -Mode MatchFace").Count);
    }

    [Theory]
    [InlineData("Compare-AzFace $f[1]", 2)]
    [InlineData("Find-AzFaceSimilar $f[1]", 1)]
    [InlineData("Group-AzFace", 1)]
    public void An_id_that_has_expired_is_known_without_a_call(string command, int calls)
    {
        _session.Run($$"""
            $f = 1..3 | ForEach-Object { Invoke-AzFaceDetection '{{Astronaut}}' -ReturnFaceId }
            [void][FaceCmdlets.DetectedFace].GetProperty('FaceIdExpires').GetSetMethod($true).Invoke($f[0], @([DateTimeOffset]::Now.AddMinutes(-1)))
            """);
        int before = EmulatorCounts.Of(_endpoint).Requests;
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors($"$f | {command}");
        Assert.Equal(2, output.Count);
        Assert.Equal(calls, EmulatorCounts.Of(_endpoint).Requests - before);
        ErrorRecord error = Assert.Single(errors);
        Assert.StartsWith("FaceIdExpired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Invoke-AzFaceDetection -ReturnFaceId", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_that_is_like_no_other_has_no_group()
    {
        string narrow = Path.Combine(Path.GetTempPath(), $"narrow-{Guid.NewGuid():N}.png");
        File.WriteAllBytes(narrow, Narrow(Astronaut));
        AssertOneAlone(narrow, Astronaut, Astronaut);
        File.Delete(narrow);
    }

    [SharedPhotosFact]
    public void A_person_who_is_like_no_other_has_no_group()
    {
        string[] photos = [.. new[] { "person-b-1.jpg", "person-a-1.jpg", "person-a-2.jpg" }.Select(name => Path.GetFullPath(Path.Combine(SharedPhotosFactAttribute.Folder, name)))];
        AssertOneAlone(photos[0], photos[1], photos[2]);
    }

    [Fact]
    public void Faces_that_are_like_each_other_have_one_group_and_a_face_that_is_given_twice_comes_once()
    {
        IReadOnlyList<PSObject> results = _session.Run($"$f = 1..2 | ForEach-Object {{ Invoke-AzFaceDetection '{Astronaut}' -ReturnFaceId }}; $f + $f[0] | Group-AzFace");
        Assert.Equal([1, 1], results.Select(result => (int)result.Properties["GroupNumber"].Value));
        Assert.All(results, result => Assert.Equal(2, result.Properties["GroupSize"].Value));
    }

    [Fact]
    public void What_is_wrong_with_one_face_is_its_error_and_the_others_go_on()
    {
        string unknown = Guid.NewGuid().ToString();
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors(
            $"$noId = Invoke-AzFaceDetection '{Astronaut}'; & {{ '{Coffee}'; '{unknown}'; $noId; 'nowhere.jpg'; '{Astronaut}' }} | Compare-AzFace '{Astronaut}'");
        Assert.Single(output);
        Assert.Equal(["FaceIdMissing", "FaceNotFound", "NoFaceDetected", "PathNotFound"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
        Assert.Contains("-ReturnFaceId", errors.Single(error => error.FullyQualifiedErrorId.StartsWith("FaceNotFound", StringComparison.Ordinal)).Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Compare-AzFace {1} {0}", "NoFaceDetected")]
    [InlineData("Compare-AzFace 8d0c8e0b-0a5e-4a60-a8ae-1f6e7a0f2d11 {0}", "FaceNotFound")]
    [InlineData("Group-AzFace -Face {0}", "TooFewFaces")]
    [InlineData("Compare-AzFace {0} -Face 5", "ParameterArgumentTransformationError")]
    public void A_question_that_cannot_be_asked_ends_the_pipeline(string command, string id)
    {
        (_, IReadOnlyList<ErrorRecord> errors) = _session.RunWithErrors(string.Format(System.Globalization.CultureInfo.InvariantCulture, command, $"'{Astronaut}'", $"'{Coffee}'"));
        Assert.StartsWith(id, errors[^1].FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_without_approval_says_how_to_get_it()
    {
        ErrorRecord error = _session.Fails($"$l = Start-AzFaceEmulator -LimitedAccess; $l = Connect-AzFace -Endpoint $l.Endpoint -Key $l.Key -PassThru; Compare-AzFace '{Astronaut}' '{Astronaut}' -Context $l");
        Assert.StartsWith("UnsupportedFeature,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("aka.ms/facerecognition", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_works_as_a_job()
    {
        var job = (Job)_session.Run($"'{Astronaut}', '{Astronaut}' | Compare-AzFace '{Astronaut}' -AsJob")[0].BaseObject;
        Assert.True(job.Finished.WaitOne(TimeSpan.FromSeconds(60)));
        Assert.Empty(job.Error);
        Assert.Equal(2, job.Output.Count);
    }

    /// <summary>The face pressed to a third of its width, which the network takes for somebody else's.</summary>
    private static byte[] Narrow(string picture)
    {
        using SKBitmap whole = SKBitmap.Decode(picture);
        using var face = new SKBitmap();
        whole.ExtractSubset(face, SKRectI.Create(120, 0, 220, 240));
        using SKBitmap narrow = face.Resize(new SKSizeI(180, 480), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using SKData data = narrow.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private void AssertOneAlone(string alone, string one, string same)
    {
        IReadOnlyList<PSObject> results = _session.Run($"'{one}', '{alone}', '{same}' | Invoke-AzFaceDetection -ReturnFaceId | Group-AzFace | Sort-Object GroupNumber -Descending");
        Assert.Equal([1, 1, 0], results.Select(result => (int)result.Properties["GroupNumber"].Value));
        Assert.Equal([2, 2, 1], results.Select(result => (int)result.Properties["GroupSize"].Value));
        Assert.Equal(alone, results[2].Properties["Path"].Value);
    }
}
