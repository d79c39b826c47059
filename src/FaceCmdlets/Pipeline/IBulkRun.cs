namespace FaceCmdlets;

/// <summary>What a command does with its <see cref="BulkRun{TItem, TResult}"/> whatever the items and results are.</summary>
internal interface IBulkRun
{
    /// <summary>How many items there are, where that turns out later.</summary>
    void Expect(int total);

    /// <summary>Hands on what is done by now, in input order where that is wanted.</summary>
    void HandOn();

    /// <summary>Waits for all that is in flight, and says how it went.</summary>
    void Finish();
}
