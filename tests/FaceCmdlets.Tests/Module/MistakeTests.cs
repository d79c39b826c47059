using System.Management.Automation;
using FaceCmdlets.Tests.Service;
using SkiaSharp;

namespace FaceCmdlets.Tests.Module;

/// <summary>What people get wrong on their first day, and whether the message names the cause and the next command.</summary>
public sealed class MistakeTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private static readonly string Astronaut = ModuleSession.Sample("astronaut.png");
    private static readonly string Coffee = ModuleSession.Sample("coffee.png");
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Run("Stop-AzFaceEmulator; Disconnect-AzFace -All");
        _session.Dispose();
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT", "NotConnected", ErrorCategory.ConnectionError, "no connection", "Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential")]
    [InlineData("$c = Connect-AzFace https://contoso.cognitiveservices.azure.com KEY -PassThru; Disconnect-AzFace; Invoke-AzFaceDetection ASTRONAUT -Context $c", "Disconnected", ErrorCategory.ConnectionError, "Disconnect-AzFace", "Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com KEY; Connect-AzFace https://fabrikam.cognitiveservices.azure.com KEY; Disconnect-AzFace; Invoke-AzFaceDetection ASTRONAUT", "NotConnected", ErrorCategory.ConnectionError, "This session has others", "Select-AzFaceContext contoso")]
    [InlineData("Connect-AzFace contoso KEY", "InvalidEndpoint", ErrorCategory.InvalidArgument, "Did you mean https://contoso.cognitiveservices.azure.com?", "Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace westeurope KEY", "InvalidEndpoint", ErrorCategory.InvalidArgument, "Did you mean https://westeurope.api.cognitive.microsoft.com?", "Connect-AzFace https://westeurope.api.cognitive.microsoft.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace 'West Europe' KEY", "InvalidEndpoint", ErrorCategory.InvalidArgument, "Did you mean https://westeurope.api.cognitive.microsoft.com?", "Connect-AzFace https://westeurope.api.cognitive.microsoft.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace westeurope -UseDefaultCredential", "InvalidEndpoint", ErrorCategory.InvalidArgument, "--custom-domain", "Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential")]
    [InlineData("Connect-AzFace ftp://contoso KEY", "InvalidEndpoint", ErrorCategory.InvalidArgument, "is not an endpoint", "Connect-AzFace https://NAME.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace http://contoso.cognitiveservices.azure.com KEY", "InsecureEndpoint", ErrorCategory.InvalidArgument, "unencrypted", "Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace http://127.0.0.1:1 -AccessToken KEY", "InsecureEndpoint", ErrorCategory.InvalidArgument, "never sent over plain http", "Connect-AzFace http://127.0.0.1:1 -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace https://westeurope.api.cognitive.microsoft.com -AccessToken KEY", "CustomSubdomainRequired", ErrorCategory.InvalidArgument, "takes keys only", "Connect-AzFace https://NAME.cognitiveservices.azure.com -AccessToken (Read-Host Token -AsSecureString)")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com ''", "EmptySecret", ErrorCategory.InvalidArgument, "key is empty", "Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservice.azure.invalid KEY; Invoke-AzFaceDetection ASTRONAUT", "EndpointNotFound", ErrorCategory.ConnectionError, "does not resolve", "Get-AzCognitiveServicesAccount | Select-Object AccountName, Endpoint")]
    [InlineData("Connect-AzFace http://127.0.0.1:1 KEY; Invoke-AzFaceDetection ASTRONAUT", "ConnectionRefused", ErrorCategory.ConnectionError, "Nobody answers", "Connect-AzFace -Emulator")]
    [InlineData("Connect-AzFace 0123456789abcdef0123456789abcdef https://contoso.cognitiveservices.azure.com", "EndpointLooksLikeKey", ErrorCategory.InvalidArgument, "swapped", "Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential")]
    [InlineData("Connect-AzFace", "EnvironmentIncomplete", ErrorCategory.InvalidArgument, "FACE_ENDPOINT", "Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com", "NoCredential", ErrorCategory.InvalidArgument, "-Key (Read-Host Key -AsSecureString)", "Connect-AzFace https://contoso.cognitiveservices.azure.com -UseDefaultCredential")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -Tier F0", "NoCredential", ErrorCategory.InvalidArgument, "-Key (Read-Host Key -AsSecureString)", "Connect-AzFace https://contoso.cognitiveservices.azure.com -UseDefaultCredential -Tier F0")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId t", "NoCredential", ErrorCategory.InvalidArgument, "Nothing says who connects", "Connect-AzFace https://contoso.cognitiveservices.azure.com -UseDefaultCredential -TenantId t")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId t -ClientId c", "NoCredential", ErrorCategory.InvalidArgument, "a service principal needs also -ClientSecret, -Credential, -CertificatePath", "Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId t -Credential c")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -ServicePrincipal -TenantId t -ClientId c", "NoCredential", ErrorCategory.InvalidArgument, "a service principal needs also -ClientSecret", "Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId t -Credential c")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId t -ClientId c -CredentialTimeout 60", "NoCredential", ErrorCategory.InvalidArgument, "a service principal needs also -ClientSecret", "Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId t -Credential c -CredentialTimeout 60")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -ServicePrincipal", "NoCredential", ErrorCategory.InvalidArgument, "a service principal needs also -ClientSecret", "Connect-AzFace https://contoso.cognitiveservices.azure.com -TenantId TENANT -Credential CLIENT")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -ClientId c", "NoCredential", ErrorCategory.InvalidArgument, "Nothing says who connects", "Connect-AzFace https://contoso.cognitiveservices.azure.com -UseDefaultCredential -ClientId c")]
    [InlineData("Connect-AzFace https://contoso.cognitiveservices.azure.com -Cloud AzureCloud", "NoCredential", ErrorCategory.InvalidArgument, "Nothing says who connects", "Connect-AzFace https://contoso.cognitiveservices.azure.com -UseDefaultCredential")]
    [InlineData("Connect-AzFace -TenantId t", "NoCredential", ErrorCategory.InvalidArgument, "Nothing says who connects", "Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential -TenantId t")]
    [InlineData("Connect-AzFace contoso", "InvalidEndpoint", ErrorCategory.InvalidArgument, "Did you mean https://contoso.cognitiveservices.azure.com?", "Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Read-Host Key -AsSecureString)")]
    [InlineData("Disconnect-AzFace nowhere", "ContextNotFound", ErrorCategory.ObjectNotFound, "no connection named 'nowhere'", "Get-AzFaceContext -ListAvailable")]
    [InlineData("Start-AzFaceEmulator -Path SAMPLES", "EmulatorNotFound", ErrorCategory.ObjectNotFound, "no emulator", "Install-PSResource FaceCmdlets.Emulator")]
    public void Before_there_is_a_connection(string mistake, string id, ErrorCategory category, string says, string next) => Expect(mistake, id, category, says, next);

    [Theory]
    [InlineData("Resolve-AzFaceIdentity crew ASTRONAUT", "LargePersonGroupNotTrained", ErrorCategory.InvalidOperation, "Only trained faces are found", "Start-AzFaceTraining crew | Wait-AzFaceTraining")]
    [InlineData("Resolve-AzFaceIdentity small ASTRONAUT -Standard", "PersonGroupNotTrained", ErrorCategory.InvalidOperation, "Only trained faces are found", "Start-AzFaceTraining small -Standard | Wait-AzFaceTraining")]
    [InlineData("Find-AzFaceSimilar ASTRONAUT -FaceList gallery", "LargeFaceListNotTrained", ErrorCategory.InvalidOperation, "Only trained faces are found", "Start-AzFaceTraining -FaceList gallery | Wait-AzFaceTraining")]
    [InlineData("Resolve-AzFaceIdentity 'The crew' ASTRONAUT", "LargePersonGroupNotTrained", ErrorCategory.InvalidOperation, "astronaut.png in The crew':", "Start-AzFaceTraining crew | Wait-AzFaceTraining")]
    [InlineData("Find-AzFaceSimilar ASTRONAUT -FaceList gallery", "LargeFaceListNotTrained", ErrorCategory.InvalidOperation, "astronaut.png in gallery':", "Start-AzFaceTraining -FaceList gallery | Wait-AzFaceTraining")]
    [InlineData("Compare-AzFace -PersonGroup crew -Person 'Ada Love' ASTRONAUT", "PersistedFaceNotFound", ErrorCategory.ObjectNotFound, "astronaut.png and Ada Love': No persisted face", "Add-AzFacePersonFace crew 'Ada Love' PICTURE")]
    [InlineData("New-AzFacePerson small Anna -Standard | Out-Null; Compare-AzFace -PersonGroup small -Person Anna ASTRONAUT -Standard", "PersistedFaceNotFound", ErrorCategory.ObjectNotFound, "astronaut.png and Anna': No persisted face", "Add-AzFacePersonFace small Anna PICTURE -Standard")]
    [InlineData("Get-AzFacePerson crw", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'crew'?", "Get-AzFacePersonGroup")]
    [InlineData("Get-AzFacePerson 'Teh crew'", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'The crew'?", "Get-AzFacePersonGroup")]
    [InlineData("Get-AzFacePerson elsewhere", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "Get-AzFacePersonGroup lists them", "Get-AzFacePersonGroup")]
    [InlineData("Get-AzFacePerson crew 'Ida Love'", "PersonNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'Ada Love'?", "Get-AzFacePerson crew")]
    [InlineData("Get-AzFacePerson empty 'Ada Love'", "PersonNotFound", ErrorCategory.ObjectNotFound, "none at all yet: New-AzFacePerson empty 'Ada Love' makes one", "Get-AzFacePerson empty")]
    [InlineData("Remove-AzFacePerson empty * -WhatIf", "PersonNotFound", ErrorCategory.ObjectNotFound, "none at all yet. Get-AzFacePerson empty", "Get-AzFacePerson empty")]
    [InlineData("Add-AzFacePersonFace empty 'Ada Love' ASTRONAUT", "PersonNotFound", ErrorCategory.ObjectNotFound, "none at all yet", "New-AzFacePerson empty 'Ada Love'")]
    [InlineData("Add-AzFacePersonFace small Anna ASTRONAUT -Standard", "PersonNotFound", ErrorCategory.ObjectNotFound, "none at all yet", "New-AzFacePerson small Anna -Standard")]
    [InlineData("Get-AzFacePerson small Anna -Standard", "PersonNotFound", ErrorCategory.ObjectNotFound, "Get-AzFacePerson small -Standard lists them", "Get-AzFacePerson small -Standard")]
    [InlineData("Add-AzFaceListFace vip ASTRONAUT -Standard", "FaceListNotFound", ErrorCategory.ObjectNotFound, "none at all yet", "New-AzFaceList vip -Standard")]
    [InlineData("Add-AzFaceListFace 'Our Guests' ASTRONAUT -Standard", "FaceListNotFound", ErrorCategory.ObjectNotFound, "none at all yet", "New-AzFaceList our-guests -Name 'Our Guests' -Standard")]
    [InlineData("Get-AzFacePersonGroup nope -Standard", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "Get-AzFacePersonGroup -Standard lists them (the large ones without -Standard)", "Get-AzFacePersonGroup -Standard")]
    [InlineData("Get-AzFacePersonGroup small", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "a small one: add -Standard", "Get-AzFacePersonGroup small -Standard")]
    [InlineData("New-AzFacePerson small Anna", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "a small one: add -Standard", "Get-AzFacePersonGroup small -Standard")]
    [InlineData("Remove-AzFacePersonGroup 'the CREW' -Standard", "PersonGroupNotFound", ErrorCategory.ObjectNotFound, "a large one: leave out -Standard", "Get-AzFacePersonGroup crew")]
    [InlineData("Get-AzFaceList gallery -Standard", "FaceListNotFound", ErrorCategory.ObjectNotFound, "a large one: leave out -Standard", "Get-AzFaceList gallery")]
    [InlineData("New-AzFacePersonGroup 'The Team' -Standard", "InvalidPersonGroupId", ErrorCategory.InvalidArgument, "no capitals", "New-AzFacePersonGroup the-team -Name 'The Team' -Standard")]
    [InlineData("Get-AzFaceListFace galery", "FaceListNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'gallery'?", "Get-AzFaceList")]
    [InlineData("New-AzFacePersonGroup crew", "LargePersonGroupExists", ErrorCategory.ResourceExists, "already exists", "Get-AzFacePersonGroup crew")]
    [InlineData("New-AzFacePersonGroup 'The Team'", "InvalidPersonGroupId", ErrorCategory.InvalidArgument, "no capitals", "New-AzFacePersonGroup the-team -Name 'The Team'")]
    [InlineData("Compare-AzFace 11111111-2222-3333-4444-555555555555 ASTRONAUT", "FaceNotFound", ErrorCategory.ObjectNotFound, "24 hours", "Invoke-AzFaceDetection PICTURE -ReturnFaceId")]
    [InlineData("Compare-AzFace ASTRONAUT COFFEE", "NoFaceDetected", ErrorCategory.ObjectNotFound, "No face was found", "Test-AzFacePhoto COFFEE")]
    [InlineData("Add-AzFacePersonFace crew 'Ada Love' COFFEE", "InvalidImage", ErrorCategory.InvalidData, "No face detected", "Test-AzFacePhoto COFFEE")]
    [InlineData("Invoke-AzFaceDetection SAMPLES", "PathIsFolder", ErrorCategory.InvalidArgument, "is a folder", "Get-ChildItem SAMPLES -File | Invoke-AzFaceDetection")]
    [InlineData("Invoke-AzFaceDetection MISSPELT", "PathNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'astronaut.png'?", "Get-ChildItem SAMPLES -File")]
    [InlineData("Invoke-AzFaceDetection https://example.org/a.jpg", "PathNotFound", ErrorCategory.ObjectNotFound, "use -Uri", "Invoke-AzFaceDetection -Uri https://example.org/a.jpg")]
    [InlineData("Add-AzFacePersonFace crew 'Ada Love' https://example.org/a.jpg", "PathNotFound", ErrorCategory.ObjectNotFound, "use -Uri", "Add-AzFacePersonFace -PersonGroup crew -Person 'Ada Love' -Uri https://example.org/a.jpg")]
    [InlineData("Resolve-AzFaceIdentity crew https://example.org/a.jpg", "PathNotFound", ErrorCategory.ObjectNotFound, "is an address: detect it first", "Invoke-AzFaceDetection -Uri https://example.org/a.jpg -ReturnFaceId | Resolve-AzFaceIdentity crew")]
    [InlineData("Resolve-AzFaceIdentity crew https://example.org/a.jpg?size=1", "PathNotFound", ErrorCategory.ObjectNotFound, "is an address: detect it first", "Invoke-AzFaceDetection -Uri 'https://example.org/a.jpg?size=1' -ReturnFaceId | Resolve-AzFaceIdentity crew")]
    [InlineData("Compare-AzFace ASTRONAUT https://example.org/a.jpg", "PathNotFound", ErrorCategory.ObjectNotFound, "is an address: detect it first", "Invoke-AzFaceDetection -Uri https://example.org/a.jpg -ReturnFaceId | Compare-AzFace ASTRONAUT")]
    [InlineData("Find-AzFaceSimilar -FaceList gallery https://example.org/a.jpg", "PathNotFound", ErrorCategory.ObjectNotFound, "is an address: detect it first", "Invoke-AzFaceDetection -Uri https://example.org/a.jpg -ReturnFaceId | Find-AzFaceSimilar -FaceList gallery")]
    [InlineData("Test-AzFacePhoto https://example.org/a.jpg?size=1", "PathNotFound", ErrorCategory.ObjectNotFound, "takes files. Download it first", "Invoke-WebRequest 'https://example.org/a.jpg?size=1' -OutFile a.jpg")]
    [InlineData("Test-AzFaceImage https://example.org/photo", "PathNotFound", ErrorCategory.ObjectNotFound, "takes files. Download it first", "Invoke-WebRequest https://example.org/photo -OutFile FILE")]
    [InlineData("New-AzFaceLivenessSession -VerifyImage https://example.org/a.jpg?size=1", "PathNotFound", ErrorCategory.ObjectNotFound, "takes files. Download it first", "Invoke-WebRequest 'https://example.org/a.jpg?size=1' -OutFile a.jpg")]
    [InlineData("Import-AzFacePerson crew https://example.org/people.csv", "PathNotFound", ErrorCategory.ObjectNotFound, "takes files. Download it first", "Invoke-WebRequest https://example.org/people.csv -OutFile people.csv")]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT -DetectionModel detection_03 -Attribute Noise, Blur", "AttributeNotSupported", ErrorCategory.InvalidArgument, "Noise is measured by detection_01", "Invoke-AzFaceDetection PICTURE -Attribute Noise, Blur")]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT -Attribute Smile", "ParameterArgumentTransformationError", ErrorCategory.InvalidData, "Smile is retired", null)]
    [InlineData("Invoke-AzFaceDetection a.jpg b.jpg", "ParameterArgumentTransformationError", ErrorCategory.InvalidData, "Between pictures stands a comma", null)]
    [InlineData("Group-AzFace ASTRONAUT, COFFEE", "ParameterArgumentTransformationError", ErrorCategory.InvalidData, "Several faces go by the pipeline", null)]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT -Context emulater", "ParameterArgumentTransformationError", ErrorCategory.InvalidData, "Did you mean 'emulator'?", null)]
    [InlineData("$f = Invoke-AzFaceDetection ASTRONAUT; $f | Compare-AzFace ASTRONAUT", "FaceIdMissing", ErrorCategory.InvalidArgument, "has no id", "Invoke-AzFaceDetection ASTRONAUT -ReturnFaceId")]
    [InlineData("Get-AzFaceLivenessSession 11111111-2222-3333-4444-555555555555", "SessionNotFound", ErrorCategory.ObjectNotFound, "expired", "New-AzFaceLivenessSession")]
    [InlineData("New-AzFaceLivenessSession -ClientAttemptsAllowed 2", "ApiVersionRequired", ErrorCategory.InvalidOperation, "v1.3-preview.1", "Connect-AzFace -Emulator -ApiVersion v1.3-preview.1")]
    [InlineData("Start-AzFaceEmulator -Port ([uri] (Get-AzFaceEmulator).Endpoint).Port", "EmulatorNotStarted", ErrorCategory.OpenError, "is taken", "Start-AzFaceEmulator")]
    [InlineData("Start-AzFaceEmulator -ArgumentList --quotas, 1/s", "EmulatorNotStarted", ErrorCategory.OpenError, "'--quotas' is not an option", null)]
    public void With_the_emulator(string mistake, string id, ErrorCategory category, string says, string? next)
    {
        _session.Run("""
            Connect-AzFace -Emulator
            New-AzFacePersonGroup crew 'The crew' | Out-Null
            New-AzFacePerson crew 'Ada Love' | Out-Null
            New-AzFacePersonGroup small -Standard | Out-Null
            New-AzFacePersonGroup empty | Out-Null
            New-AzFaceList gallery | Out-Null
            """);
        Expect(mistake, id, category, says, next);
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection ASTRONAUT -ReturnFaceId", "Leave out -ReturnFaceId", "Invoke-AzFaceDetection ASTRONAUT")]
    [InlineData("Compare-AzFace ASTRONAUT ASTRONAUT", "Connect-AzFace -Emulator", "Connect-AzFace -Emulator")]
    [InlineData("ASTRONAUT, COFFEE | Group-AzFace", "Connect-AzFace -Emulator", "Connect-AzFace -Emulator")]
    [InlineData("Find-AzFaceSimilar ASTRONAUT ASTRONAUT", "Connect-AzFace -Emulator", "Connect-AzFace -Emulator")]
    [InlineData("New-AzFacePersonGroup crew | Out-Null; Resolve-AzFaceIdentity crew ASTRONAUT", "Connect-AzFace -Emulator", "Connect-AzFace -Emulator")]
    [InlineData("New-AzFaceLivenessSession -VerifyImage ASTRONAUT", "Connect-AzFace -Emulator", "Connect-AzFace -Emulator")]
    public void Without_Microsofts_approval_the_advice_fits_the_command(string mistake, string says, string next)
    {
        _session.Run("$e = Start-AzFaceEmulator -LimitedAccess; Connect-AzFace $e.Endpoint $e.Key");
        ErrorRecord error = Expect(mistake, "UnsupportedFeature", ErrorCategory.PermissionDenied, says, next);
        Assert.Contains("https://aka.ms/facerecognition", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next.Contains("Emulator", StringComparison.Ordinal), !error.Exception.Message.Contains("-ReturnFaceId", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "401", "Access denied due to invalid subscription key or wrong API endpoint.", "InvalidKey", ErrorCategory.AuthenticationError, "does not accept this key", "Connect-AzFace SERVER -Key (Read-Host Key -AsSecureString)")]
    [InlineData(403, "403", "Out of call volume quota. Quota will be replenished in 12.10:11:12.", "QuotaExceeded", ErrorCategory.LimitsExceeded, "free calls are used up", "Set-AzCognitiveServicesAccount -ResourceGroupName GROUP -Name NAME -SkuName S0")]
    [InlineData(404, "404", "Resource not found", "ResourceNotFound", ErrorCategory.ObjectNotFound, "no Face API there", "Get-AzCognitiveServicesAccount | Select-Object AccountName, Endpoint")]
    [InlineData(400, "InvalidImage", "There is more than 1 face in the image.", "InvalidImage", ErrorCategory.InvalidData, "exactly one face", null)]
    public void What_the_service_refuses(int status, string code, string message, string id, ErrorCategory category, string says, string? next)
    {
        using var server = new OddServer(OddServer.Answer(status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""", headers: "Retry-After: 0\r\n"));
        _session.Run($"Connect-AzFace {server.Endpoint} {Key}");
        Expect("Invoke-AzFaceDetection ASTRONAUT", id, category, says, next?.Replace("SERVER", server.Endpoint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Invoke-AzFaceDetection $null")]
    [InlineData("$null | Invoke-AzFaceDetection")]
    [InlineData("$null | Test-AzFacePhoto")]
    [InlineData("$null | Test-AzFaceImage")]
    [InlineData("$null | Add-AzFacePersonFace crew 'Ada Love'")]
    public void Nothing_is_no_picture(string mistake)
    {
        _session.Run("Connect-AzFace -Emulator; New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew 'Ada Love' | Out-Null");
        Expect(mistake, "ParameterArgumentValidationError", ErrorCategory.InvalidData, "The argument is null or empty", null);
    }

    [Fact]
    public void A_name_of_one_letter_is_no_slip_of_another()
    {
        _session.Run("Connect-AzFace -Emulator; New-AzFacePersonGroup crew | Out-Null; 'A', 'B', 'Co' | New-AzFacePerson crew | Out-Null");
        Assert.DoesNotContain("Did you mean", _session.Fails("Remove-AzFacePerson crew Q -WhatIf").Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Co'?", _session.Fails("Remove-AzFacePerson crew Cp -WhatIf").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_faces_the_next_command_adds_the_largest()
    {
        string both = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jpg");
        try
        {
            WriteTwoFaces(both);
            _session.Run("Connect-AzFace -Emulator; New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew 'Ada Love' | Out-Null");
            ErrorRecord error = Expect($"Add-AzFacePersonFace crew 'Ada Love' '{both}'", "InvalidImage", ErrorCategory.InvalidData, "exactly one face", $"Invoke-AzFaceDetection {both} | Select-Object -First 1 | Add-AzFacePersonFace crew 'Ada Love'");
            Assert.Single(_session.Run(error.ErrorDetails.RecommendedAction));
        }
        finally
        {
            File.Delete(both);
        }
    }

    [Theory]
    [InlineData("'https://example.org/a.jpg' | Group-AzFace", "Group-AzFace")]
    [InlineData("Compare-AzFace https://example.org/a.jpg ASTRONAUT", "Select-Object -First 1")]
    [InlineData("Find-AzFaceSimilar https://example.org/a.jpg ASTRONAUT", "Select-Object -First 1")]
    public void An_address_without_which_there_is_no_question_is_the_first_error(string mistake, string next)
    {
        _session.Run($"Connect-AzFace http://127.0.0.1:1 {Key}");
        ErrorRecord error = _session.RunWithErrors(Fill(mistake, quoted: true)).Errors[0];
        Assert.StartsWith("PathNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal($"Invoke-AzFaceDetection -Uri https://example.org/a.jpg -ReturnFaceId | {next}", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void While_a_collection_trains_the_next_command_waits_for_it_and_not_for_what_was_to_be_changed()
    {
        _session.Run($$"""
            $e = Start-AzFaceEmulator -ArgumentList --training-time, 60000; Connect-AzFace $e.Endpoint $e.Key
            New-AzFacePersonGroup slow | Out-Null; New-AzFacePerson slow A | Out-Null; $face = Add-AzFacePersonFace slow A '{{Astronaut}}'
            New-AzFacePersonGroup tiny -Standard | Out-Null; New-AzFacePerson tiny A -Standard | Out-Null; $small = Add-AzFacePersonFace tiny A '{{Astronaut}}' -Standard
            New-AzFaceList gallery | Out-Null; $listed = Add-AzFaceListFace gallery '{{Astronaut}}'
            Start-AzFaceTraining slow | Out-Null; Start-AzFaceTraining tiny -Standard | Out-Null; Start-AzFaceTraining -FaceList gallery | Out-Null
            """);
        (string Script, string Next)[] mistakes =
        [
            ("New-AzFacePerson slow B", "Wait-AzFaceTraining slow"),
            ("Set-AzFacePerson slow A -UserData new", "Wait-AzFaceTraining slow"),
            ("Remove-AzFacePerson slow A -Confirm:$false", "Wait-AzFaceTraining slow"),
            ("Add-AzFacePersonFace slow A ASTRONAUT", "Wait-AzFaceTraining slow"),
            ("$face | Set-AzFacePersonFace -UserData new", "Wait-AzFaceTraining slow"),
            ("$face | Remove-AzFacePersonFace -Confirm:$false", "Wait-AzFaceTraining slow"),
            ("New-AzFacePerson tiny B -Standard", "Wait-AzFaceTraining tiny -Standard"),
            ("Set-AzFacePerson tiny A -UserData new -Standard", "Wait-AzFaceTraining tiny -Standard"),
            ("Remove-AzFacePerson tiny A -Confirm:$false -Standard", "Wait-AzFaceTraining tiny -Standard"),
            ("Add-AzFacePersonFace tiny A ASTRONAUT -Standard", "Wait-AzFaceTraining tiny -Standard"),
            ("$small | Set-AzFacePersonFace -UserData new", "Wait-AzFaceTraining tiny -Standard"),
            ("$small | Remove-AzFacePersonFace -Confirm:$false", "Wait-AzFaceTraining tiny -Standard"),
            ("Add-AzFaceListFace gallery ASTRONAUT", "Wait-AzFaceTraining -FaceList gallery"),
            ("$listed | Set-AzFaceListFace -UserData new", "Wait-AzFaceTraining -FaceList gallery"),
            ("$listed | Remove-AzFaceListFace -Confirm:$false", "Wait-AzFaceTraining -FaceList gallery"),
        ];
        Assert.All(mistakes, mistake =>
        {
            ErrorRecord error = _session.Fails(Fill(mistake.Script, quoted: true));
            Assert.Contains("TrainingNotFinished,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(mistake.Next, error.ErrorDetails.RecommendedAction);
        });
    }

    [Theory]
    [InlineData("text.jpg", "not a picture, and long enough to be one", "begins like no picture", "Format-Hex FILE -Count 64")]
    [InlineData("photo.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "it is HEIC", "FILE")]
    public void A_file_that_is_no_picture_of_the_service(string name, string content, string says, string next)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, name);
            File.WriteAllText(file, content, System.Text.Encoding.Latin1);
            _session.Run($"Connect-AzFace http://127.0.0.1:1 {Key}");
            ErrorRecord error = _session.Fails($"Invoke-AzFaceDetection '{file}'");
            Assert.StartsWith("ImageNotDecodable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains(next.Replace("FILE", file, StringComparison.Ordinal), error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void An_empty_folder_is_no_mistake()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            _session.Run($"Connect-AzFace http://127.0.0.1:1 {Key}");
            Assert.Empty(_session.Run($"Get-ChildItem '{folder}' | Invoke-AzFaceDetection"));
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void A_path_behind_the_endpoint_is_no_mistake()
    {
        _session.Run("Connect-AzFace -Emulator; $e = Get-AzFaceEmulator; Connect-AzFace \"$($e.Endpoint)face/v1.0/detect\" $e.Key");
        Assert.Single(_session.Run($"Invoke-AzFaceDetection '{Astronaut}'"));
    }

    [Fact]
    public void Without_the_runtime_the_emulator_says_which_and_how_to_come_by_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string program = Path.Combine(Directory.CreateTempSubdirectory().FullName, "FaceEmulator");
        try
        {
            File.WriteAllText(program, "#!/bin/sh\nread key\necho 'You must install or update .NET to run this application.' >&2\nexit 150\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            ErrorRecord error = _session.Fails($"Start-AzFaceEmulator -Path '{program}'");
            Assert.StartsWith("EmulatorNotStarted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(".NET 10 runtime with ASP.NET Core", error.Exception.Message, StringComparison.Ordinal);
            Assert.Matches("apt-get install|brew install", error.ErrorDetails.RecommendedAction);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(program)!, recursive: true);
        }
    }

    [Fact]
    public void A_next_command_is_one_that_the_engine_can_parse() => Assert.All(
        typeof(MistakeTests).GetMethods().SelectMany(method => method.GetCustomAttributesData()).Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => ((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!).Last().Value).OfType<string>(),
        command =>
        {
            System.Management.Automation.Language.Parser.ParseInput(command, out _, out System.Management.Automation.Language.ParseError[] errors);
            Assert.Empty(errors);
        });

    [Fact]
    public void The_secret_is_in_no_recommendation()
    {
        using var server = new OddServer(OddServer.Answer(401, """{"error":{"code":"401","message":"Access denied."}}"""));
        ErrorRecord error = _session.Fails($"Connect-AzFace {server.Endpoint} {Key}; Invoke-AzFaceDetection '{Astronaut}'");
        Assert.DoesNotContain(Key, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    /// <summary>Puts the real things in the place of their names: in quotes, or as a recommendation writes them.</summary>
    private static string Fill(string text, bool quoted)
    {
        string samples = Path.Combine(ModuleSession.Root, "samples");
        return new[] { ("ASTRONAUT", Astronaut), ("COFFEE", Coffee), ("MISSPELT", Path.Combine(samples, "astronout.png")), ("SAMPLES", samples) }
            .Aggregate(text, (filled, pair) => filled.Replace(pair.Item1, quoted || pair.Item2.Contains(' ', StringComparison.Ordinal) ? $"'{pair.Item2}'" : pair.Item2, StringComparison.Ordinal))
            .Replace(" KEY", $" {Key}", StringComparison.Ordinal);
    }

    /// <summary>The sample twice, side by side: a picture with two faces.</summary>
    private static void WriteTwoFaces(string path)
    {
        using SKBitmap one = SKBitmap.Decode(Astronaut);
        using var both = new SKBitmap(one.Width * 2, one.Height);
        using (var canvas = new SKCanvas(both))
        {
            canvas.DrawBitmap(one, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
            canvas.DrawBitmap(one, one.Width, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        }

        File.WriteAllBytes(path, Pictures.Encode(both, SKEncodedImageFormat.Jpeg));
    }

    private ErrorRecord Expect(string mistake, string id, ErrorCategory category, string says, string? next)
    {
        ErrorRecord error = _session.Fails(Fill(mistake, quoted: true));
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(next is null ? null : Fill(next, quoted: false), error.ErrorDetails?.RecommendedAction);
        return error;
    }
}
