using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace FaceCmdlets.Tools;

/// <summary>The few standard cmdlets that System.Management.Automation lacks and this project's scripts need; one file each under Commands.</summary>
public static class StandardCmdlets
{
    /// <summary>Adds them to a session, with an answer for those that are left out.</summary>
    /// <param name="state">The session's initial state.</param>
    public static void AddTo(InitialSessionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (Type type in typeof(StandardCmdlets).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet)
            {
                state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, null));
            }
        }
    }
}
