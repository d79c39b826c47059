namespace FaceCmdlets;

/// <summary>How Export-AzFaceImage -Redact makes a face unrecognisable. None of them can be undone.</summary>
public enum FaceRedaction
{
    /// <summary>A soft blur of a handful of averages: nothing else of the face is left.</summary>
    Blur,

    /// <summary>Large squares of one colour each.</summary>
    Pixelate,

    /// <summary>One colour.</summary>
    Fill,
}
