using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>What the Face service, or the way to it, refused; the message says what to do about it.</summary>
public sealed class FaceServiceException : Exception
{
    internal const string MaxCallsReached = "MaxCallsReached";
    internal const string CredentialUnavailable = "CredentialUnavailable";

    internal FaceServiceException(string errorCode, string message, ErrorCategory category, bool endsPipeline, int status = 0, string? requestId = null, Exception? inner = null)
        : base(message, inner)
    {
        ErrorCode = errorCode;
        Category = category;
        EndsPipeline = endsPipeline;
        Status = status;
        RequestId = requestId;
    }

    /// <summary>The service's own code, such as InvalidImageSize, or one of this module's, such as EndpointNotFound.</summary>
    public string ErrorCode { get; }

    /// <summary>The HTTP status; 0 where no answer came.</summary>
    public int Status { get; }

    /// <summary>The request's id, which Microsoft's support asks for; null where no answer came.</summary>
    public string? RequestId { get; }

    /// <summary>PowerShell's category of the error.</summary>
    public ErrorCategory Category { get; }

    /// <summary>Whether every other picture would fail in the same way, so that the pipeline ends.</summary>
    public bool EndsPipeline { get; }
}
