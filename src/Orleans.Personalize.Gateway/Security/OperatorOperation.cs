namespace Orleans.Personalize.Gateway.Security;

/// <summary>Marks the endpoints that are for operators.</summary>
internal sealed class OperatorOperation;
