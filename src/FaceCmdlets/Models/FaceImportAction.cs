namespace FaceCmdlets;

/// <summary>What Import-AzFacePerson did with a picture.</summary>
public enum FaceImportAction
{
    /// <summary>Its face is new to the person.</summary>
    Added,

    /// <summary>An earlier import added it.</summary>
    AlreadyThere,

    /// <summary>With -WhatIf: its face would be added.</summary>
    WouldAdd,

    /// <summary>It is no good, or it failed: Reason says which.</summary>
    NotAdded,

    /// <summary>It is nothing to add: Reason says why.</summary>
    Skipped,
}
