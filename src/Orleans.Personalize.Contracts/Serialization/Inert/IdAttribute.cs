namespace Orleans;

/// <summary>Stands in for the attribute of the same name where the build runs without Orleans; nothing reads it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class IdAttribute(uint id) : Attribute
{
    /// <summary>The member's number on the wire.</summary>
    public uint Id { get; } = id;
}
