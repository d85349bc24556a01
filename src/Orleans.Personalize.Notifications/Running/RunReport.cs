namespace Orleans.Personalize.Notifications.Running;

/// <summary>What one round over all profiles did.</summary>
public sealed record RunReport
{
    /// <summary>Profiles that can be reached, and were planned for.</summary>
    public required int Profiles { get; init; }

    /// <summary>Profiles that can be reached and were not asked, because nothing is due to them yet.</summary>
    public required int Resting { get; init; }

    /// <summary>Messages that went out.</summary>
    public required int Sent { get; init; }

    /// <summary>Messages that can never go out.</summary>
    public required int Failed { get; init; }

    /// <summary>Messages of which it is not known whether they went out; e-mails among them are tried again.</summary>
    public required int Uncertain { get; init; }

    /// <summary>Messages that another sender took on.</summary>
    public required int LeftToOthers { get; init; }

    /// <summary>Messages that wait, because whatever carries them cannot now or there is nothing that does.</summary>
    public required int Waiting { get; init; }

    /// <summary>Profiles at which something went wrong; they are looked at again in the next round.</summary>
    public required int Troubled { get; init; }
}
