using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace FaceCmdlets.Tools;

/// <summary>Streams to standard output and standard error; colours where they are terminals.</summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface
{
    private static readonly bool Plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
    private readonly bool _colourOut = !Plain && !Console.IsOutputRedirected;
    private readonly bool _colourError = !Plain && !Console.IsErrorRedirected;
    private int _progressWidth;

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleRawUserInterface();

    public override bool SupportsVirtualTerminal => _colourOut;

    public override void Write(string value)
    {
        ClearProgress();
        // A pipe gets plain text, as from pwsh.
        Console.Out.Write(GetOutputString(value, _colourOut));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        ClearProgress();
        if (!_colourOut)
        {
            Console.Out.Write(GetOutputString(value, false));
            return;
        }

        Console.ForegroundColor = foregroundColor;
        Console.Out.Write(value);
        Console.ResetColor();
    }

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => ToError(value, "31;1");

    public override void WriteWarningLine(string message) => ToError("WARNING: " + message, "33;1");

    public override void WriteVerboseLine(string message) => ToError("VERBOSE: " + message, "33;1");

    public override void WriteDebugLine(string message) => ToError("DEBUG: " + message, "33;1");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        ClearProgress();
        if (record.RecordType != ProgressRecordType.Completed)
        {
            string line = $"{record.Activity}: {record.StatusDescription}";
            _progressWidth = line.Length;
            Console.Error.Write(line);
        }
    }

    public override string ReadLine() => Console.In.ReadLine() ?? throw new InvalidOperationException("There is no input to read; pwsh can ask.");

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException("PSHost does not ask for secrets; pwsh does.");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException($"A value is missing: {string.Join(", ", descriptions.Select(field => field.Name))}. PSHost does not ask; pwsh does.");

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => defaultChoice;

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException("PSHost does not ask for credentials; pwsh does.");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private void ToError(string text, string colour)
    {
        ClearProgress();
        Console.Error.WriteLine(_colourError ? $"\x1b[{colour}m{text}\x1b[0m" : text);
    }

    private void ClearProgress()
    {
        if (_progressWidth > 0)
        {
            Console.Error.Write('\r' + new string(' ', _progressWidth) + '\r');
            _progressWidth = 0;
        }
    }
}
