using System.Globalization;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>targetFace of an added face: left, top, width, height.</summary>
internal readonly record struct FaceTarget(int Left, int Top, int Width, int Height)
{
    public static FaceTarget? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        int[] numbers = [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        return numbers is [>= 0 and var left, >= 0 and var top, > 0 and var width, > 0 and var height] ? new FaceTarget(left, top, width, height) : throw FaceError.BadArgument("Invalid argument targetFace.");
    }

    /// <summary>The one face that is meant: the picture's only one, or the only one whose middle lies in the target.</summary>
    public static int TheOnlyFace(IReadOnlyList<AnalyzedFace> faces, FaceTarget? target)
    {
        int[] meant = [.. Enumerable.Range(0, faces.Count).Where(i => target is not { } place || place.Holds(faces[i].Box))];
        return meant.Length switch
        {
            1 => meant[0],
            0 => throw new FaceError(400, "InvalidImage", "No face detected in the image."),
            _ => throw new FaceError(400, "InvalidImage", "There is more than 1 face in the image."),
        };
    }

    /// <summary>Refuses a target that lies outside of the picture.</summary>
    public void RefuseOutside(SeenPicture picture)
    {
        if (Left >= picture.Width || Top >= picture.Height)
        {
            throw FaceError.BadArgument("Argument targetFace out of range.");
        }
    }

    private bool Holds(FaceBox box)
    {
        (int x, int y) = (box.Left + (box.Width / 2), box.Top + (box.Height / 2));
        return x >= Left && x < Left + Width && y >= Top && y < Top + Height;
    }
}
