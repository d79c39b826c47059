using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Makes a session in which a device shows that a living person is there and, with -VerifyImage, who.</summary>
[Cmdlet(VerbsCommon.New, "AzFaceLivenessSession", SupportsShouldProcess = true, DefaultParameterSetName = Alone)]
[OutputType(typeof(FaceLivenessSession))]
public sealed class NewAzFaceLivenessSessionCommand : ConnectedCmdlet
{
    private const string Alone = "Liveness";
    private const string WithVerify = "LivenessWithVerify";
    private const int ShortestToken = 60;
    private const int LongestToken = 86400;

    /// <summary>A picture file of who the person has to be, with one face.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = WithVerify)]
    [Alias("PSPath", "FullName", "Path", "LiteralPath")]
    [PathTransformation(Wildcards = false)]
    [ValidateNotNullOrEmpty]
    public string VerifyImage { get; set; } = string.Empty;

    /// <summary>What the person has to do: only be there (Passive, the default), or turn the head where the light is bright (PassiveActive).</summary>
    [Parameter]
    [ValidateSet("Passive", "PassiveActive")]
    public string OperationMode { get; set; } = "Passive";

    /// <summary>The device, up to 64 characters: the service limits how often one device may try. A new GUID where it is left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTextLength(1, 64)]
    public string? DeviceCorrelationId { get; set; }

    /// <summary>The device names itself.</summary>
    [Parameter]
    public SwitchParameter DeviceCorrelationIdSetInClient { get; set; }

    /// <summary>The service keeps a picture of the session, for Save-AzFaceSessionImage.</summary>
    [Parameter]
    public SwitchParameter EnableSessionImage { get; set; }

    /// <summary>The network that decides, such as 2024-11-15; the newest where it is left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LivenessModelCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ModelVersion { get; set; }

    /// <summary>How long the token lives: 1 minute to 24 hours, 10 minutes where it is left out. A number is seconds.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan TokenTimeToLive { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Results carry the SHA-256 of the picture to verify.</summary>
    [Parameter(ParameterSetName = WithVerify)]
    public SwitchParameter ReturnVerifyImageHash { get; set; }

    /// <summary>From which confidence on the two faces are one person's, 0 to 1; the service's own where it is left out.</summary>
    [Parameter(ParameterSetName = WithVerify)]
    [ValidateRange(0.0, 1.0)]
    public double? VerifyConfidenceThreshold { get; set; }

    /// <summary>How many attempts the person has, 1 to 3. Needs v1.3-preview.1.</summary>
    [Parameter]
    [ValidateRange(1, 3)]
    public int? ClientAttemptsAllowed { get; set; }

    /// <summary>The user, up to 64 characters: ties sessions of one user together. Needs v1.3-preview.1.</summary>
    [Parameter(ParameterSetName = Alone)]
    [ValidateLength(1, 64)]
    public string? UserCorrelationId { get; set; }

    /// <summary>The device names the user. Needs v1.3-preview.1.</summary>
    [Parameter(ParameterSetName = Alone)]
    public SwitchParameter UserCorrelationIdSetInClient { get; set; }

    /// <summary>The address that attempts have to come from, or a range such as 203.0.113.0/24. Needs v1.3-preview.1.</summary>
    [Parameter(ParameterSetName = Alone)]
    [ValidateNotNullOrEmpty]
    public string? ExpectedClientIPAddress { get; set; }

    /// <summary>AuthToken is a string, to be handed to the device, and no SecureString.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        string[] ofThePreview = [nameof(ClientAttemptsAllowed), nameof(UserCorrelationId), nameof(UserCorrelationIdSetInClient), nameof(ExpectedClientIPAddress)];
        if (Array.Find(ofThePreview, MyInvocation.BoundParameters.ContainsKey) is { } parameter)
        {
            RequirePreview($"-{parameter}");
        }

        if (DeviceCorrelationIdSetInClient && DeviceCorrelationId is not null)
        {
            Stop("InvalidDeviceCorrelationId", "Either the device names itself (-DeviceCorrelationIdSetInClient), or it is named here (-DeviceCorrelationId).", ErrorCategory.InvalidArgument, DeviceCorrelationId);
        }

        if (UserCorrelationIdSetInClient && UserCorrelationId is not null)
        {
            Stop("InvalidUserCorrelationId", "Either the device names the user (-UserCorrelationIdSetInClient), or the user is named here (-UserCorrelationId).", ErrorCategory.InvalidArgument, UserCorrelationId);
        }

        if (TokenTimeToLive.TotalSeconds is < ShortestToken or > LongestToken)
        {
            Stop("InvalidTokenLifetime", "-TokenTimeToLive is from 1 minute to 24 hours; a number is seconds.", ErrorCategory.InvalidArgument, TokenTimeToLive);
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == Alone)
        {
            Create(null);
            return;
        }

        if (PictureFiles.One(this, VerifyImage, forEach: null) is { } picture)
        {
            Create(picture);
        }
    }

    private void Create(PictureSource? picture)
    {
        if (!ShouldProcess(picture is null ? $"{OperationMode} session" : $"{OperationMode} session with {picture.Name}", "Create liveness session"))
        {
            return;
        }

        var request = new LivenessRequest
        {
            VerifyImage = picture,
            OperationMode = OperationMode,
            DeviceCorrelationId = DeviceCorrelationIdSetInClient ? null : DeviceCorrelationId ?? Guid.NewGuid().ToString(),
            EnableSessionImage = EnableSessionImage,
            ModelVersion = ModelVersion,
            TokenTimeToLive = TokenTimeToLive,
            ReturnVerifyImageHash = ReturnVerifyImageHash,
            VerifyConfidenceThreshold = VerifyConfidenceThreshold,
            ClientAttemptsAllowed = ClientAttemptsAllowed,
            UserCorrelationId = UserCorrelationId,
            UserCorrelationIdSetInClient = UserCorrelationIdSetInClient,
            ExpectedClientIPAddress = ExpectedClientIPAddress,
            AsPlainText = AsPlainText,
        };
        if (TryAsk(Connection.Service.Liveness.CreateAsync(request, Unlimited), picture?.Target ?? OperationMode, out FaceLivenessSession session))
        {
            FaceSession.Current.Remember(session);
            WriteObject(session);
        }
    }
}
