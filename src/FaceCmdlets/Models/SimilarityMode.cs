namespace FaceCmdlets;

/// <summary>What Find-AzFaceSimilar looks for.</summary>
public enum SimilarityMode
{
    /// <summary>Faces of the same person: what is below the service's own threshold is left out.</summary>
    MatchPerson,

    /// <summary>Faces that look alike, ranked, also those of other people.</summary>
    MatchFace,
}
