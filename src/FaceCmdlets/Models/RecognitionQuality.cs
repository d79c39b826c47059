namespace FaceCmdlets;

/// <summary>How good a face is for recognition, as the service judges it.</summary>
public enum RecognitionQuality
{
    /// <summary>Not good enough for either.</summary>
    Low,

    /// <summary>Good enough to be recognised.</summary>
    Medium,

    /// <summary>Good enough to enrol.</summary>
    High,
}
