namespace Orleans.Personalize.Embedded.Load;

/// <summary>What load to put on the host, from <c>--name value</c> arguments.</summary>
/// <param name="Callers">How many callers send one call after the other.</param>
/// <param name="Batch">Events in a call.</param>
/// <param name="Profiles">How many profiles the events are spread over.</param>
/// <param name="Titles">Size of the catalogue.</param>
/// <param name="Seconds">How long to measure, after a warm-up of a third of it.</param>
internal sealed record LoadPlan(int Callers, int Batch, int Profiles, int Titles, int Seconds)
{
    public static LoadPlan Parse(string[] args)
    {
        var load = new LoadPlan(Callers: 64, Batch: 1, Profiles: 5000, Titles: 2000, Seconds: 10);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = int.Parse(args[i + 1]);
            load = args[i] switch
            {
                "--callers" => load with { Callers = value },
                "--batch" => load with { Batch = value },
                "--profiles" => load with { Profiles = value },
                "--titles" => load with { Titles = value },
                "--seconds" => load with { Seconds = value },
                _ => throw new ArgumentException($"unknown option {args[i]}; known: --callers --batch --profiles --titles --seconds", nameof(args)),
            };
        }

        return load;
    }
}
