namespace FaceCmdlets;

/// <summary>Pricing tier of a Face resource, which sets its rate (Microsoft Learn, January 2026).</summary>
public enum FaceTier
{
    /// <summary>Free: 20 calls a minute, 30,000 a month.</summary>
    F0,

    /// <summary>Standard: 10 calls a second.</summary>
    S0,
}
