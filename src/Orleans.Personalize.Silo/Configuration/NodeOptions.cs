namespace Orleans.Personalize.Silo.Configuration;

/// <summary>What an operator decides about a node; the command line, the environment and settings files say it.</summary>
internal sealed class NodeOptions
{
    /// <summary>What the node does.</summary>
    public NodeRole Role { get; set; }

    /// <summary>The address to serve HTTP on; null for the role's default.</summary>
    public string? Url { get; set; }

    /// <summary>The folder of model files and, with storage in files, of the state of grains.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Where the state of grains is kept; null for Azure where <see cref="Connection"/> is given and files otherwise.</summary>
    public StorageKind? Storage { get; set; }

    /// <summary>
    /// Where the event log for training is kept: a folder, the name of a container of the <see cref="Connection"/>, or <c>off</c>; null for a folder or container of the service's
    /// name beside the state of grains, none with storage in memory.
    /// </summary>
    public string? EventLog { get; set; }

    /// <summary>The container of the <see cref="Connection"/> that the models are in, for silos that share no folder; null for the folder below <see cref="Data"/>.</summary>
    public string? Models { get; set; }

    /// <summary>
    /// The file that says how e-mails and push messages are sent to the profiles of <see cref="Tenant"/>; null for none. A gateway takes from it only by what key links that
    /// unsubscribe are signed.
    /// </summary>
    public string? Notify { get; set; }

    /// <summary>
    /// Through how many Azure queues of the <see cref="Connection"/> events may come besides the call, the same number on every node; 0 for none.
    /// </summary>
    public int EventQueues { get; set; }

    /// <summary>How nodes find each other.</summary>
    public ClusteringKind Clustering { get; set; }

    /// <summary>How many days the event log keeps events, from their own time; null for ever.</summary>
    public double? EventLogDays { get; set; }

    /// <summary>The connection string of the Azure storage account; <c>UseDevelopmentStorage=true</c> for Azurite.</summary>
    public string? Connection { get; set; }

    /// <summary>The IP address at which other nodes reach this silo; null for the machine's. Localhost clustering is always on the loopback address.</summary>
    public string? Address { get; set; }

    /// <summary>The TCP port at which other silos reach this one.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The TCP port at which gateways reach a silo: its own for a silo, with localhost clustering that of any silo for a gateway.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>With localhost clustering, the silo port of the first silo; 0 for this being the first.</summary>
    public int PrimaryPort { get; set; }

    /// <summary>The cluster: nodes of the same name find each other.</summary>
    public string ClusterId { get; set; } = "personalize";

    /// <summary>The service: what is stored belongs to it and survives any cluster.</summary>
    public string ServiceId { get; set; } = "personalize";

    /// <summary>The tenant that the HTTP API serves.</summary>
    public string Tenant { get; set; } = "default";

    /// <summary>
    /// How many seconds the HTTP API waits for the silo that holds a profile before it gives a substitute, or where there is none answers 503.
    /// </summary>
    public double AnswerSeconds { get; set; } = 2;

    /// <summary>
    /// From what share of the memory that a silo may take it puts grains out of memory that were not used for long, in percent; 100 for never.
    /// </summary>
    public double MemoryPercent { get; set; } = 80;

    /// <summary>Keys of which callers of the HTTP API must send one; none lets everybody in.</summary>
    public IList<string> ApiKeys { get; } = [];

    /// <summary>Keys of operators, who may also change which model is in service; none lets every caller.</summary>
    public IList<string> OperatorKeys { get; } = [];

    /// <summary>Who may open the dashboard.</summary>
    public DashboardAccess Dashboard { get; set; }

    /// <summary>The dashboard's password; the name of the caller does not matter.</summary>
    public string? DashboardPassword { get; set; }

    /// <summary>The storage in effect.</summary>
    public StorageKind StorageInEffect => Storage ?? (Connection is null ? StorageKind.Files : StorageKind.Azure);

    /// <summary>The address in effect. A silo that serves its health and the dashboard only takes a free port, so that many fit on a machine.</summary>
    public string UrlInEffect => Url ?? (Role == NodeRole.Silo ? "http://127.0.0.1:0" : "http://localhost:5080");
}
