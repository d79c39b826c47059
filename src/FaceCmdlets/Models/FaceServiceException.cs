using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>What the Face service, or the way to it, refused; the message says what to do about it.</summary>
public sealed class FaceServiceException : Exception
{
    internal const string MaxCallsReached = "MaxCallsReached";
    internal const string UnsupportedFeature = "UnsupportedFeature";
    internal const string CredentialUnavailable = "CredentialUnavailable";
    internal const string AnswerLost = "AnswerLost";

    internal FaceServiceException(string errorCode, string message, ErrorCategory category, bool endsPipeline, int status = 0, string? requestId = null, Exception? inner = null, string? next = null)
        : base(message, inner)
    {
        ErrorCode = errorCode;
        Category = category;
        EndsPipeline = endsPipeline;
        Status = status;
        RequestId = requestId;
        NextCommand = next;
    }

    /// <summary>The same, with what only the command knows: what to do about it.</summary>
    internal FaceServiceException With(string advice, string? next) =>
        new(ErrorCode, $"{Message} {advice}", Category, EndsPipeline, Status, RequestId, this, next);

    /// <summary>Whether an earlier try of the same call may have been done, although no answer to it came.</summary>
    internal bool AfterLostAnswer { get; set; }

    /// <summary>The service's own code, such as InvalidImageSize, or one of this module's, such as EndpointNotFound.</summary>
    public string ErrorCode { get; }

    /// <summary>The HTTP status; 0 where no answer came.</summary>
    public int Status { get; }

    /// <summary>The request's id, which Microsoft's support asks for; null where no answer came.</summary>
    public string? RequestId { get; }

    /// <summary>PowerShell's category of the error.</summary>
    public ErrorCategory Category { get; }

    /// <summary>The command to type next; words in capitals are to be filled in. Null where no single command helps.</summary>
    public string? NextCommand { get; }

    /// <summary>Whether every other picture would fail in the same way, so that the pipeline ends.</summary>
    public bool EndsPipeline { get; }
}
