namespace Orleans.Personalize.Embedded.Writing;

/// <summary>One call that writes. It is executed in a group with others, and answered after the group was committed.</summary>
internal abstract class WriteRequest
{
    /// <summary>How much work it is, in rows; bounds a group.</summary>
    public virtual int Weight => 1;

    /// <summary>Whether it must be answered only after the write-ahead log holds nothing any more.</summary>
    public virtual bool EmptiesLog => false;

    /// <summary>Does the work inside the group's transaction, and keeps the answer. May be repeated after the transaction was rolled back.</summary>
    public abstract void Execute(WriteGroup group);

    /// <summary>Gives the answer to the caller.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was done.</summary>
    public abstract void Fail(Exception reason);
}
