using System.Globalization;
using System.Management.Automation.Host;

namespace FaceCmdlets.Tools;

/// <summary>The host that the engine writes to: this console.</summary>
internal sealed class ConsoleHost : PSHost
{
    public int? ExitCode { get; private set; }

    public override string Name => "PSHost";

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI { get; } = new ConsoleUserInterface();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("PSHost has no nested prompt; pwsh has.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("PSHost has no nested prompt; pwsh has.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
