using Orleans.CodeGeneration;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>Records the events of one lane, delivered by its stream; nobody calls it. The key is that of the stream, <see cref="EventLanes.Of"/>.</summary>
/// <remarks>One delivery at a time: the next waits until the one before is recorded.</remarks>
[Version(1), Alias("op.IEventLaneGrain")]
internal interface IEventLaneGrain : IGrainWithStringKey;
