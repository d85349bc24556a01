namespace Orleans.Personalize.EventLogs;

/// <summary>An object of a store.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Modified">When it was last written, by the store's clock.</param>
public sealed record LogObject(string Name, long Bytes, DateTimeOffset Modified);
