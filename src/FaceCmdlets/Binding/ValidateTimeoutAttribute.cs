using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Holds a time to wait to 0 or more; -1 waits without a limit, as Wait-Job has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateTimeoutAttribute : ValidateArgumentsAttribute
{
    /// <summary>How long to wait for at most.</summary>
    public static TimeSpan Patience(TimeSpan timeout) => timeout < TimeSpan.Zero ? TimeSpan.MaxValue : timeout;

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan timeout && timeout < TimeSpan.Zero && timeout != TimeSpan.FromSeconds(-1) && timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw new ValidationMetadataException(FormattableString.Invariant($"{timeout.TotalSeconds} s is no time to wait: it takes 0 or more seconds, or -1 to wait without a limit."));
        }
    }
}
