using System.Diagnostics;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Asks the service whether it accepts endpoint, credential and version. Nothing is billed: no picture is sent.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AzFaceConnection")]
[OutputType(typeof(ConnectionTest), typeof(bool))]
public sealed class TestAzFaceConnectionCommand : ConnectedCmdlet
{
    /// <summary>Answers true or false only.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Quiet && (Context ?? FaceSession.Current.Context) is null or { IsDisconnected: true })
        {
            // No connection is an answer as well.
            WriteObject(false);
            return;
        }

        FaceContext context = Connection;
        FaceServiceException? failure = null;
        long start = Stopwatch.GetTimestamp();
        try
        {
            Wait(CheckAsync(context.Service));
        }
        catch (FaceServiceException e)
        {
            failure = e;
        }

        if (Quiet)
        {
            WriteObject(failure is null);
            return;
        }

        WriteObject(new ConnectionTest
        {
            Endpoint = context.Endpoint,
            Credential = context.Credential,
            ApiVersion = context.ApiVersion,
            Succeeded = failure is null,
            Milliseconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1),
            ErrorCode = failure?.ErrorCode,
            Message = failure?.Message,
        });
    }

    private async Task<bool> CheckAsync(IFaceService service)
    {
        await service.CheckAsync(Unlimited).ConfigureAwait(false);
        return true;
    }
}
