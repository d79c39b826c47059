using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>A picture as it is sent, and the way between its coordinates and those of the original.</summary>
internal sealed class PreparedPicture : IDisposable
{
    private readonly PictureBytes? _bytes;
    private readonly double _scaleX = 1;
    private readonly double _scaleY = 1;

    /// <summary>Sent as it is.</summary>
    public PreparedPicture(PictureBytes bytes, string name)
    {
        _bytes = bytes;
        Content = new PictureContent(bytes, name);
    }

    public PreparedPicture(PreparedImage image)
    {
        Content = RequestContent.Create(image.Bytes);
        _scaleX = image.Original.Width / (double)image.Sent.Width;
        _scaleY = image.Original.Height / (double)image.Sent.Height;
    }

    public RequestContent Content { get; }

    private bool IsScaled => _scaleX != 1 || _scaleY != 1;

    /// <summary>Left, top, width and height of a face in the original, from those in what was sent.</summary>
    public (int Left, int Top, int Width, int Height) ToOriginal(int left, int top, int width, int height) => Map(left, top, width, height, _scaleX, _scaleY);

    public (double X, double Y) ToOriginal(double x, double y) => IsScaled ? (Math.Round(x * _scaleX, 1), Math.Round(y * _scaleY, 1)) : (x, y);

    /// <summary>A target face of the original, in what is sent.</summary>
    public IReadOnlyList<int>? ToSent(IReadOnlyList<int>? target)
    {
        if (!IsScaled || target is not [int left, int top, int width, int height])
        {
            return target;
        }

        (left, top, width, height) = Map(left, top, width, height, 1 / _scaleX, 1 / _scaleY);
        return [left, top, width, height];
    }

    public void Dispose() => _bytes?.Dispose();

    private static (int Left, int Top, int Width, int Height) Map(int left, int top, int width, int height, double x, double y)
    {
        (int newLeft, int newTop) = (Round(left * x), Round(top * y));
        return (newLeft, newTop, Round((left + (double)width) * x) - newLeft, Round((top + (double)height) * y) - newTop);

        static int Round(double value) => (int)Math.Round(Math.Clamp(value, int.MinValue, int.MaxValue));
    }
}
