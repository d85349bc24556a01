// Each class has a cluster of four processes: one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
