using System.Globalization;
using Orleans.Personalize.Cluster.Load;

const string Usage = """
    Usage: Orleans.Personalize.Cluster.Load MEASURE

      page [TITLES] [PAGES]        a page through a profile's grain against the engine alone (20000, 1000)
      events [SECONDS] [ROUNDS]    durable events a second, without and with the event log in turn, storage in files (5, 3)
      memory [PROFILES] [EVENTS]   memory for each profile held in a silo, each with so many events (100000, 100)
    """;

int Argument(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
switch (args.FirstOrDefault())
{
    case "page":
        await PageCost.MeasureAsync(Argument(1, 20_000), Argument(2, 1_000));
        return 0;
    case "events":
        await EventCost.MeasureAsync(TimeSpan.FromSeconds(Argument(1, 5)), Argument(2, 3));
        return 0;
    case "memory":
        await ProfileMemory.MeasureAsync(Argument(1, 100_000), Argument(2, 100));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
