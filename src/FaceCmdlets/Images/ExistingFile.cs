namespace FaceCmdlets;

/// <summary>What is at the place of a file that is to be written.</summary>
internal enum ExistingFile
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What may be replaced when the user says so.</summary>
    Replaceable,

    /// <summary>The picture that the new file is made of.</summary>
    Original,

    /// <summary>A link in the place of the picture that the new file is made of: the picture itself is elsewhere.</summary>
    Link,

    /// <summary>Another picture of the command, which may not have been read yet.</summary>
    OtherPicture,

    /// <summary>A file in a folder that pictures come from, and not made by this module.</summary>
    AmongPictures,

    /// <summary>Replaceable or not: the pictures that come will tell.</summary>
    NotYetKnown,
}
