using System.Net;
using Orleans.Personalize.Grains;

namespace Orleans.Personalize.Silo.Configuration;

/// <summary>Reads <see cref="NodeOptions"/> and looks for what is wrong with them.</summary>
internal static class NodeOptionsReader
{
    /// <summary>The section of the configuration they are in.</summary>
    public const string Section = "Personalize";

    /// <summary>Reads them.</summary>
    /// <exception cref="NodeOptionsException">A value is not allowed.</exception>
    public static NodeOptions Read(IConfiguration configuration)
    {
        var options = new NodeOptions();
        try
        {
            configuration.GetSection(Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException error)
        {
            throw new NodeOptionsException(error.InnerException is null ? error.Message : $"{error.Message} {error.InnerException.Message}", error);
        }

        return ProblemOf(options) is { } problem ? throw new NodeOptionsException(problem) : options;
    }

    private static string? ProblemOf(NodeOptions options) => options switch
    {
        _ when !Enum.IsDefined(options.Role) => "the role must be all, silo or gateway",
        _ when !Enum.IsDefined(options.StorageInEffect) => "the storage must be files, azure or memory",
        _ when !Enum.IsDefined(options.Clustering) => "the clustering must be localhost or azure",
        _ when !Enum.IsDefined(options.Dashboard) => "the dashboard must be local, password or off",
        _ when !IsAddress(options.UrlInEffect) =>
            $"'{options.Url}' is no address to serve HTTP on, such as http://localhost:5080",
        _ when options.Address is { } address && !IPAddress.TryParse(address, out _) => $"the address must be an IP address, not '{address}'",
        _ when !IsPort(options.SiloPort) || !IsPort(options.GatewayPort) => $"ports must be 1 to {IPEndPoint.MaxPort}",
        _ when options.PrimaryPort is < 0 or > IPEndPoint.MaxPort => $"the primary port must be 1 to {IPEndPoint.MaxPort}",
        _ when options.StorageInEffect == StorageKind.Azure && options.Connection is null => "storage in Azure needs a connection",
        _ when options.Clustering == ClusteringKind.Azure && options.Connection is null => "clustering through Azure needs a connection",
        _ when !IsLog(options) => $"the event log must be a folder, with storage in Azure a container, or off, not '{options.EventLog}'",
        _ when options.EventLogDays is not (null or (>= 1 and <= 36500)) => "the days that the event log keeps events must be 1 to 36500",
        _ when options.EventQueues is < 0 or > 64 => "the number of event queues must be 0 to 64",
        _ when options is { EventQueues: > 0, Connection: null } => "event queues need a connection",
        _ when options.Models is not null && options.Connection is null => "models in a container need a connection",
        _ when options.Models is { } models && !(models.Length >= 3 && IsServiceName(models)) => "the container of the models must be 3 to 50 lower-case letters, digits and single '-' between them",
        _ when !GrainKey.IsTenant(options.Tenant) =>
            $"the tenant must be 1 to {GrainKey.MaxTenantLength} ASCII letters, digits, '-' and '_'",
        _ when options.AnswerSeconds is not (>= 0.05 and <= 30) => "the seconds to wait for an answer must be 0.05 to 30",
        _ when options.MemoryPercent is not (>= 10 and <= 100) => "the share of memory to keep below must be 10 to 100 percent",
        _ when options is { OperatorKeys.Count: > 0, ApiKeys.Count: 0 } => "with a key for operators there must be one for the other callers too",
        _ when options.Dashboard == DashboardAccess.Password && string.IsNullOrEmpty(options.DashboardPassword) =>
            "a dashboard with a password needs the password",
        _ when !IsServiceName(options.ServiceId) => "the service must be 1 to 50 lower-case letters, digits and single '-' between them",
        _ when string.IsNullOrWhiteSpace(options.ClusterId) => "the cluster must be named",
        _ => null,
    };

    /// <summary>Also with '*' or '+' for every address of the machine, which is no URL by the book.</summary>
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var url)
        && url.Scheme is ("http" or "https");

    private static bool IsLog(NodeOptions options) => options switch
    {
        { EventLog: null or "off" } => true,
        { StorageInEffect: StorageKind.Azure } => options.EventLog.Length >= 3 && IsServiceName(options.EventLog),
        _ => options.EventLog.Length > 0 && !options.EventLog.Contains("://", StringComparison.Ordinal),
    };

    /// <summary>What a folder and a container of blobs may both be named.</summary>
    private static bool IsServiceName(string name) =>
        name.Length is > 0 and <= 50
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);

    private static bool IsPort(int port) => port is > 0 and <= IPEndPoint.MaxPort;
}
