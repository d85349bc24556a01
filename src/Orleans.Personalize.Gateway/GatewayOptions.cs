namespace Orleans.Personalize.Gateway;

/// <summary>What a host decides about its HTTP gateway.</summary>
public sealed class GatewayOptions
{
    /// <summary>
    /// Keys of which a caller of <c>/v1</c> must send one as <c>Authorization: Bearer</c>. Empty, the default, lets everybody in:
    /// bind such a host to the loopback address.
    /// </summary>
    public IList<string> ApiKeys { get; } = [];

    /// <summary>
    /// Keys of operators, who may also change what is in service; they open everything that <see cref="ApiKeys"/> do. Empty, the default, lets
    /// the other keys do that too.
    /// </summary>
    public IList<string> OperatorKeys { get; } = [];

    /// <summary>
    /// The key that unsubscribe links in e-mails are signed with, at least 16 bytes, the same as that of whatever sends them. Null, the default, for a gateway
    /// that no such link leads to.
    /// </summary>
    public string? UnsubscribeKey { get; set; }

    /// <summary>Largest request body that is read, in bytes; larger ones are refused before they are read.</summary>
    public int MaxBodyBytes { get; set; } = 1 << 20;

    /// <summary>Most events or titles in one call.</summary>
    public int MaxBatch { get; set; } = 1_000;

    /// <summary>Calls to <c>/v1</c> worked on at the same time, those that record events at most half of them; one more is answered 503, to be made again.</summary>
    public int MaxConcurrentCalls { get; set; } = 1_024;
}
