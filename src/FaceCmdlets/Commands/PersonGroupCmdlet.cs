using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>A cmdlet on person groups.</summary>
public abstract class PersonGroupCmdlet : ConnectedCmdlet
{
    private protected IPersonGroupService Groups => Connection.Service.PersonGroups;

    private protected PersonGroupLookup Lookup => new(Groups);

    /// <summary>Waits for an answer; where there is none but an error, writes it, and the pipeline goes on.</summary>
    private protected bool TryAsk<T>(Task<T> question, object? target, out T answer)
    {
        try
        {
            answer = Wait(question);
            return true;
        }
        catch (FaceServiceException e)
        {
            ErrorRecord error = ToErrorRecord(e, target);
            if (e.EndsPipeline)
            {
                ThrowTerminatingError(error);
            }

            WriteError(error);
            answer = default!;
            return false;
        }
    }

    /// <summary>The same for what has no answer.</summary>
    private protected bool TryDo(Task work, object? target) => TryAsk(Answered(work), target, out _);

    private static async Task<bool> Answered(Task work)
    {
        await work.ConfigureAwait(false);
        return true;
    }
}
