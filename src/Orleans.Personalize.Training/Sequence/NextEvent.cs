namespace Orleans.Personalize.Training.Sequence;

/// <summary>The event that followed a profile's history and that is to be predicted.</summary>
/// <param name="Profile">Number of the profile in <see cref="EventSequences"/>.</param>
/// <param name="Title">Number of the title that came.</param>
/// <param name="SecondsSince">Time from the history's last event until then, in seconds.</param>
public readonly record struct NextEvent(int Profile, int Title, long SecondsSince);
