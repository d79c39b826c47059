using System.Management.Automation.Host;

namespace FaceCmdlets.Tools;

/// <summary>Size and colours of the console; 120 columns where there is none.</summary>
internal sealed class ConsoleRawUserInterface : PSHostRawUserInterface
{
    private static readonly Size Default = new(120, 50);

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize { get => WindowSize; set => _ = value; }

    public override Size WindowSize { get => Console.IsOutputRedirected || Console.WindowWidth < 20 ? Default : new Size(Console.WindowWidth, Console.WindowHeight); set => _ = value; }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override string WindowTitle { get; set; } = "PSHost";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException("PSHost has no screen buffer.");

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException("PSHost does not read keys; pwsh does.");

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotSupportedException("PSHost has no screen buffer.");

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException("PSHost has no screen buffer.");

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }
}
