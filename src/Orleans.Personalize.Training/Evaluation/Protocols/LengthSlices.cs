namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Names answers by how many events the profile's history has.</summary>
internal static class LengthSlices
{
    private const string Group = "history";

    public static Slice Of(int events) => events switch
    {
        0 => new Slice(Group, 0, "history of 0 events"),
        < 10 => new Slice(Group, 1, "history of 1 to 9 events"),
        < 50 => new Slice(Group, 2, "history of 10 to 49 events"),
        < 200 => new Slice(Group, 3, "history of 50 to 199 events"),
        _ => new Slice(Group, 4, "history of 200 events and more"),
    };
}
