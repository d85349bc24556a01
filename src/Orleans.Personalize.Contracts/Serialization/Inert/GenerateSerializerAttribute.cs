namespace Orleans;

/// <summary>Stands in for the attribute of the same name where the build runs without Orleans; nothing reads it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
internal sealed class GenerateSerializerAttribute : Attribute;
