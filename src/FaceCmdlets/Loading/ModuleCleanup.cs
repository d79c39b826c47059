using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace FaceCmdlets;

/// <summary>What Remove-Module leaves behind: no emulator, no connection.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc />
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        FeedbackLoader.Unload();
        EmulatorProcess.StopOwnedBy(Runspace.DefaultRunspace);
        foreach (FaceContext context in FaceSession.Current.Contexts)
        {
            context.EndedBy = "Remove-Module, or by Import-Module -Force, which removes the module first";
            context.Dispose();
            FaceSession.Current.Forget(context);
        }
    }
}
