namespace FaceCmdlets;

/// <summary>What is done to a picture before it is sent.</summary>
public enum ImagePreparation
{
    /// <summary>Nothing: it is sent byte for byte.</summary>
    None,

    /// <summary>It is encoded again, upright and at its full size.</summary>
    Reencode,

    /// <summary>It is scaled down, upright, and encoded again.</summary>
    ScaleDown,

    /// <summary>It cannot be made acceptable: an error, and nothing is sent.</summary>
    Impossible,
}
