namespace Orleans.Personalize.Events;

/// <summary>The kind of screen an event came from or a page is for.</summary>
[GenerateSerializer, Alias("op.DeviceKind")]
public enum DeviceKind
{
    /// <summary>A television or set-top box.</summary>
    Tv = 0,

    /// <summary>A telephone.</summary>
    Phone = 1,

    /// <summary>A tablet.</summary>
    Tablet = 2,

    /// <summary>A web browser.</summary>
    Web = 3,
}
