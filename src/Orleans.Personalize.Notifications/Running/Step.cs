namespace Orleans.Personalize.Notifications.Running;

/// <summary>What was done about one profile.</summary>
internal enum Step
{
    /// <summary>Nothing is due.</summary>
    Planned = 0,

    /// <summary>A message went out.</summary>
    Sent = 1,

    /// <summary>A message can never go out.</summary>
    Failed = 2,

    /// <summary>It is not known whether a message went out.</summary>
    Uncertain = 3,

    /// <summary>Another sender took the message on.</summary>
    LeftToOthers = 4,

    /// <summary>Nothing carries the message now.</summary>
    Waiting = 5,

    /// <summary>The service could not answer.</summary>
    Troubled = 6,

    /// <summary>It was not asked: nothing is due to it yet.</summary>
    Resting = 7,
}
