namespace Orleans.Personalize.Training.Tests.for_Datasets;

/// <summary>A test that needs one of the data sets beside the repository, and is skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatasetFactAttribute : FactAttribute
{
    public DatasetFactAttribute(string name)
    {
        Name = name;
        if (SharedData.Find(name) is null)
        {
            Skip = $"needs the data set '{name}' in ../shared/data";
        }
    }

    public string Name { get; }
}
