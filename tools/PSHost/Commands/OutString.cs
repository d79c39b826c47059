using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Out-String: -Width, by the engine's own formatter, whose line writer is internal.</summary>
[Cmdlet("Out", "String")]
public sealed class OutStringCommand : FrontEndCommandBase
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly System.Text.StringBuilder _text = new();

    public OutStringCommand()
    {
        EngineFormatter.Attach(this, "OutputManagerInner");
    }

    [Parameter]
    public int Width { get; set; } = 120;

    protected override void BeginProcessing()
    {
        Assembly engine = typeof(PSObject).Assembly;
        const string Format = "Microsoft.PowerShell.Commands.Internal.Format.";
        Type writerType = engine.GetType(Format + "TextWriterLineOutput", true)!;
        var writer = new StringWriter(_text);
        ConstructorInfo make = writerType.GetConstructors(Inside).OrderBy(constructor => constructor.GetParameters().Length).First();
        object?[] arguments = [.. make.GetParameters().Select(parameter => parameter.ParameterType == typeof(TextWriter) ? writer : parameter.ParameterType == typeof(int) ? Width : parameter.HasDefaultValue ? parameter.DefaultValue : (object)false)];
        object output = make.Invoke(arguments);
        FieldInfo field = typeof(FrontEndCommandBase).GetField("implementation", Inside)!;
        object inner = field.GetValue(this)!;
        inner.GetType().GetProperty("LineOutput", Inside)!.SetValue(inner, output);
        base.BeginProcessing();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        WriteObject(_text.ToString());
    }
}
