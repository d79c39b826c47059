using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Saves the picture of a liveness session as a file.</summary>
[Cmdlet(VerbsData.Save, "AzFaceSessionImage", SupportsShouldProcess = true, DefaultParameterSetName = ToFolder)]
[OutputType(typeof(FileInfo))]
public sealed class SaveAzFaceSessionImageCommand : ConnectedCmdlet
{
    private const string ToFolder = "OutputDirectory";
    private const string ToFile = "Path";
    private const int ShortestId = 5;
    private const int LongestId = 128;

    /// <summary>The picture's id, from a session's SessionImageId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SessionImageTransformation]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SessionImageCompleter))]
    public string SessionImageId { get; set; } = string.Empty;

    /// <summary>The folder for files named after their ids; made where it does not exist. The current one where it is left out.</summary>
    [Parameter(Position = 1, ParameterSetName = ToFolder)]
    [ValidateNotNullOrEmpty]
    public string OutputDirectory { get; set; } = ".";

    /// <summary>The file to write, taken as it is: [ ] * ? have no meaning.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToFile)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Overwrites a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (SessionImageId.Length == 0)
        {
            Fail("NoSessionImage", "The session has no picture: it was made without -EnableSessionImage, or no attempt has succeeded yet.", ErrorCategory.ObjectNotFound);
            return;
        }

        if (!IsFileName(SessionImageId))
        {
            Fail("InvalidSessionImageId", $"'{SessionImageId}' is no id of a session's picture: these are letters, digits, - and _.", ErrorCategory.InvalidArgument);
            return;
        }

        string target = SessionState.Path.GetUnresolvedProviderPathFromPSPath(ParameterSetName == ToFile ? Path : OutputDirectory, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            Stop("NotAFile", $"'{target}' is in the provider {provider.Name}; pictures are files.", ErrorCategory.InvalidArgument, target);
        }

        if (ParameterSetName == ToFile && File.Exists(target) && !Force)
        {
            FailExisting(target);
        }
        else if (ShouldProcess(target, $"Save session image {SessionImageId}") && TryAsk(Connection.Service.Liveness.GetImageAsync(SessionImageId, Unlimited), SessionImageId, out byte[] picture))
        {
            Save(picture, ParameterSetName == ToFile ? target : System.IO.Path.Combine(target, SessionImageId + Extension(picture)));
        }
    }

    /// <summary>Nothing that leads out of the folder, and no device of Windows.</summary>
    private static bool IsFileName(string id) => id.Length is >= ShortestId and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>By what the picture begins with.</summary>
    private static string Extension(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ".jpg"
        : picture.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? ".png"
        : picture.StartsWith("GIF8"u8) ? ".gif"
        : picture.StartsWith("BM"u8) ? ".bmp"
        : ".bin";

    private void Save(byte[] picture, string target)
    {
        try
        {
            WholeFile.Write(target, picture, Force);
            WriteFile(target);
        }
        catch (IOException) when (File.Exists(target) && !Force)
        {
            FailExisting(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail("FileNotWritten", $"'{target}' cannot be written: {e.Message}", ErrorCategory.WriteError);
        }
    }

    private void FailExisting(string file) => Fail("FileExists", $"'{file}' exists already. Use -Force to overwrite it.", ErrorCategory.ResourceExists);

    private void Fail(string id, string message, ErrorCategory category) => WriteError(new ErrorRecord(new IOException(message), id, category, SessionImageId));
}
