using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Says of each picture whether it will do as a profile, badge or passport photo, and why not; with -Fix mends the framing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AzFacePhoto", DefaultParameterSetName = ByPath, SupportsShouldProcess = true)]
[OutputType(typeof(FacePhotoTest))]
public sealed class TestAzFacePhotoCommand : PictureCmdlet
{
    private const string RecognitionModel = "recognition_04";

    private static readonly FaceAttribute[] Always =
        [FaceAttribute.HeadPose, FaceAttribute.Blur, FaceAttribute.Exposure, FaceAttribute.Glasses, FaceAttribute.Occlusion, FaceAttribute.QualityForRecognition];

    private BulkRun<PictureSource, TestedPhoto> _run = null!;
    private PhotoRules _rules = null!;
    private PhotoSize? _size;
    private DetectionRequest _request = null!;
    private IFaceService _service = null!;
    private FixedPhotoFolder? _folder;

    /// <summary>DirectoryThumbnail, Passport or None; a .psd1 file; a table of rules; or several of these, the later ones changing the earlier.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(PhotoRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public object[] Rule { get; set; } = [PhotoRules.DirectoryThumbnail];

    /// <summary>How many faces there are; $null for one or more.</summary>
    [Parameter]
    public int? FaceCount { get; set; }

    /// <summary>The face's height as a share of the picture's, at least: 0 to 1.</summary>
    [Parameter]
    public double? MinimumFaceShare { get; set; }

    /// <summary>The face's height as a share of the picture's, at most: 0 to 1.</summary>
    [Parameter]
    public double? MaximumFaceShare { get; set; }

    /// <summary>The head's height from chin to crown (estimated) as a share of the picture's, at least: 0 to 1.</summary>
    [Parameter]
    public double? MinimumHeadShare { get; set; }

    /// <summary>The head's height from chin to crown (estimated) as a share of the picture's, at most: 0 to 1.</summary>
    [Parameter]
    public double? MaximumHeadShare { get; set; }

    /// <summary>How far the eyes' middle may be left or right of the picture's, as a share of its width: 0 to 0.5.</summary>
    [Parameter]
    public double? MaximumOffCentre { get; set; }

    /// <summary>How far the eyes are from the top, as a share of the height, at least: 0 to 1.</summary>
    [Parameter]
    public double? MinimumEyeLine { get; set; }

    /// <summary>How far the eyes are from the top, as a share of the height, at most: 0 to 1.</summary>
    [Parameter]
    public double? MaximumEyeLine { get; set; }

    /// <summary>Width to height: 0.75, 3:4 or 35x45.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PhotoShapeCompleter))]
    public string? AspectRatio { get; set; }

    /// <summary>By what share the ratio may be off: 0 to 1.</summary>
    [Parameter]
    public double? AspectTolerance { get; set; }

    /// <summary>The picture's width in pixels, at least.</summary>
    [Parameter]
    public int? MinimumWidth { get; set; }

    /// <summary>The picture's height in pixels, at least.</summary>
    [Parameter]
    public int? MinimumHeight { get; set; }

    /// <summary>The picture's width in pixels, at most.</summary>
    [Parameter]
    public int? MaximumWidth { get; set; }

    /// <summary>The picture's height in pixels, at most.</summary>
    [Parameter]
    public int? MaximumHeight { get; set; }

    /// <summary>The file's bytes, at most; what -Fix writes keeps it, too.</summary>
    [Parameter]
    public int? MaximumBytes { get; set; }

    /// <summary>The face's shorter side in pixels, at least.</summary>
    [Parameter]
    public int? MinimumFacePixels { get; set; }

    /// <summary>How far the head may be turned to a side, in degrees.</summary>
    [Parameter]
    public double? MaximumYaw { get; set; }

    /// <summary>How far the head may be turned up or down, in degrees.</summary>
    [Parameter]
    public double? MaximumPitch { get; set; }

    /// <summary>How far the head may lean, in degrees.</summary>
    [Parameter]
    public double? MaximumRoll { get; set; }

    /// <summary>No eye is covered.</summary>
    [Parameter]
    public SwitchParameter EyesFree { get; set; }

    /// <summary>The mouth is not covered.</summary>
    [Parameter]
    public SwitchParameter MouthFree { get; set; }

    /// <summary>The forehead is not covered.</summary>
    [Parameter]
    public SwitchParameter ForeheadFree { get; set; }

    /// <summary>Which glasses may be worn: Any, NoSunglasses (nor goggles) or None.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PhotoWordCompleter))]
    public string? Glasses { get; set; }

    /// <summary>No mask is worn.</summary>
    [Parameter]
    public SwitchParameter NoMask { get; set; }

    /// <summary>No headwear is worn. Measured by detection_01 only, which finds fewer turned and small faces.</summary>
    [Parameter]
    public SwitchParameter NoHeadwear { get; set; }

    /// <summary>How blurred the face may be: Low, Medium or High.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PhotoWordCompleter))]
    public string? MaximumBlur { get; set; }

    /// <summary>The face is neither too dark nor too bright.</summary>
    [Parameter]
    public SwitchParameter GoodExposure { get; set; }

    /// <summary>The face's quality for recognition, at least: Low, Medium or High.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PhotoWordCompleter))]
    public string? MinimumQuality { get; set; }

    /// <summary>Where only framing fails: writes a copy, cropped and scaled, into -OutputDirectory.</summary>
    [Parameter]
    public SwitchParameter Fix { get; set; }

    /// <summary>The folder for the copies; it is made where it is not there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>The copies' size: 300x400, or the longer side alone. Without it, what the crop has, within the rules.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PhotoShapeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Size { get; set; }

    /// <summary>Quality of the JPEG, 50 to 100; less where MaximumBytes wants it.</summary>
    [Parameter]
    [ValidateRange(50, 100)]
    public int Quality { get; set; } = 92;

    /// <summary>Overwrites copies that -Fix made before; never an original, nor anything else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IBulkRun Run => _run;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _rules = ReadRules();
        PrepareFix();
        FaceAttribute[] attributes = [.. Always, _rules.NoHeadwear ? FaceAttribute.Accessories : FaceAttribute.Mask];
        _request = new DetectionRequest
        {
            DetectionModel = DetectionModels.NewestWith(attributes)!,
            RecognitionModel = RecognitionModel,
            Landmarks = true,
            Attributes = attributes,
        };
        _service = Connection.Service;
        WriteVerbose($"Testing photos by the rules {_rules.Name}, with {_request.DetectionModel} at {Connection.Endpoint}.");
        _run = new(this, ("Testing photos", "pictures"), picture => picture.Name, picture => picture.Target, Emit);
        BeginWork(nameof(Path), nameof(LiteralPath), nameof(InputObject));
    }

    private protected override void Ask(PictureSource picture)
    {
        _folder?.Note(picture);
        // The copy is a picture of its own to the service.
        _run.Send(picture, scope => TestAsync(picture, scope), calls: Fix ? 2 : 1);
    }

    /// <summary>The set, then files and tables, then single rules: each changes what was before.</summary>
    private PhotoRules ReadRules()
    {
        PhotoRules rules = PhotoRules.Set(PhotoRules.DirectoryThumbnail)!;
        try
        {
            foreach (object layer in Rule)
            {
                rules = (layer is PSObject wrapped ? wrapped.BaseObject : layer) switch
                {
                    IDictionary table => rules.With(table),
                    string name when PhotoRules.Set(name) is { } set => set,
                    FileInfo file => FromFile(rules, file.FullName),
                    string path => FromFile(rules, path),
                    var other => throw new ArgumentException($"'{other}' is no rule set ({string.Join(", ", PhotoRules.SetNames)}), no .psd1 file and no table of rules."),
                };
            }

            foreach ((string parameter, object? value) in MyInvocation.BoundParameters)
            {
                if (PhotoRules.Names.Contains(parameter))
                {
                    rules.Change(parameter, value);
                }
            }

            rules.CheckOrder();
        }
        catch (ArgumentException e)
        {
            Stop("InvalidRule", e.Message, ErrorCategory.InvalidArgument, Rule);
        }

        return rules;
    }

    private PhotoRules FromFile(PhotoRules rules, string path)
    {
        if (!path.EndsWith(".psd1", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{path}' is neither a rule set ({string.Join(", ", PhotoRules.SetNames)}) nor a .psd1 file.");
        }

        string file = GetUnresolvedProviderPathFromPSPath(path);
        try
        {
            return rules.With(PhotoRuleFile.Read(file), System.IO.Path.GetFileName(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"The rules '{file}' cannot be read: {e.Message}", e);
        }
    }

    private void PrepareFix()
    {
        if (!Fix)
        {
            string[] idle = [.. ((string[])[nameof(OutputDirectory), nameof(Size), nameof(Quality), nameof(Force)]).Where(MyInvocation.BoundParameters.ContainsKey)];
            if (idle.Length > 0)
            {
                Stop("InvalidFix", $"-{string.Join(", -", idle)} goes with -Fix.", ErrorCategory.InvalidArgument);
            }

            return;
        }

        if (OutputDirectory is null)
        {
            Stop("InvalidFix", "-Fix writes copies: say where with -OutputDirectory.", ErrorCategory.InvalidArgument);
        }

        _folder = new FixedPhotoFolder(OutputFolder(OutputDirectory!));
        if (Size is not null)
        {
            ReadSize(Size);
        }

        // Before anything is asked: what cannot be written need not be paid for.
        if (_folder.WhyUnusable(mayTry: !IsTrial()) is { } reason)
        {
            Stop("OutputDirectoryUnusable", reason, ErrorCategory.WriteError, OutputDirectory);
        }
    }

    /// <summary>Whether it is -WhatIf, or the preference for it, that nothing is to be written for.</summary>
    private bool IsTrial() => LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given) ? given : SessionState.PSVariable.GetValue("WhatIfPreference"));

    private void ReadSize(string text)
    {
        _size = PhotoSize.Parse(text, _rules.AspectRatio ?? 1);
        if (_size is not { } size)
        {
            Stop("InvalidSize", $"-Size is '{text}'; it is a width and a height such as 300x400, or the longer side alone, of 1 to {PhotoSize.Largest} pixels.", ErrorCategory.InvalidArgument, text);
        }
        else if (PhotoVerdict.Shape(_rules, size.Width, size.Height).FirstOrDefault() is { } misfit)
        {
            Stop("InvalidSize", $"-Size {text} does not keep the rule {misfit.Rule}: {misfit.Reason}. Change the one or the other.", ErrorCategory.InvalidArgument, text);
        }
    }

    private async Task<TestedPhoto> TestAsync(PictureSource picture, RequestScope scope)
    {
        byte[] content;
        using (PictureBytes bytes = await picture.OpenAsync(scope.Cancelled).ConfigureAwait(false))
        {
            content = bytes.ReadAll();
        }

        // What is no picture costs no call.
        IImageService images = ServiceLoader.Images;
        (int Width, int Height) size = images.Measure(content, picture.Name);
        IReadOnlyList<DetectedFace> faces = await _service.DetectAsync(PictureSource.FromBytes(content, picture.Name), _request, scope).ConfigureAwait(false);
        TestedPhoto tested = TestedPhoto.Of(picture.Name, content, size, faces, _rules, _size, Fix, crop => images.Cut(content, picture.Name, crop, Quality, _rules.MaximumBytes));
        return tested.Fixed is { } copy ? await TestCopyAsync(tested, copy, scope).ConfigureAwait(false) : tested;
    }

    /// <summary>What was measured in the picture is a little different in its copy: only one that passes is a copy.</summary>
    private async Task<TestedPhoto> TestCopyAsync(TestedPhoto tested, (byte[] Jpeg, int Width, int Height) copy, RequestScope scope)
    {
        IReadOnlyList<DetectedFace> faces;
        try
        {
            faces = await _service.DetectAsync(PictureSource.FromBytes(copy.Jpeg, $"copy of {tested.Test.Path}"), _request, scope).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.ErrorCode == "InvalidImageSize")
        {
            return tested.WithoutCopy(e.Message);
        }

        IReadOnlyList<PhotoFailure> failures = PhotoVerdict.Of(_rules, faces, copy.Width, copy.Height, copy.Jpeg.Length);
        return failures.Count == 0 ? tested : tested.WithoutCopy($"the copy was tested as well, and fails: {string.Join("; ", failures.Select(failure => failure.Reason))}");
    }

    private void Emit(PictureSource picture, TestedPhoto tested)
    {
        if (tested.Fixed is { } copy)
        {
            Write(_folder!.Next(picture), picture, tested.Test, copy.Jpeg);
        }

        WriteObject(tested.Test);
    }

    private void Write(string file, PictureSource picture, FacePhotoTest test, byte[] copy)
    {
        bool exists = System.IO.Path.Exists(file);
        if (exists && _folder!.WhyNotReplace(file, picture, Force) is { } reason)
        {
            WriteError(new ErrorRecord(new IOException(reason), "FileExists", ErrorCategory.ResourceExists, picture.Target));
            return;
        }

        if (!ShouldProcess(file, $"Write the fixed copy of {picture.Name}"))
        {
            return;
        }

        try
        {
            WholeFile.Write(file, copy, mayReplace: exists);
            test.FixedPath = file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(new IOException($"'{file}' cannot be written: {e.Message}", e), "WriteFailed", ErrorCategory.WriteError, picture.Target));
        }
    }
}
