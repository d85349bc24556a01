namespace Orleans.Personalize.Cli.Commands;

/// <summary>When a trained model is put in service.</summary>
internal enum Activation
{
    /// <summary>When it is not worse than the one in service on held-out events.</summary>
    IfBetter = 0,

    /// <summary>In any case.</summary>
    Always = 1,

    /// <summary>Not at all; it is kept beside the one in service.</summary>
    Never = 2,
}
