namespace Orleans.Personalize.Silo.Configuration;

/// <summary>Who may open the dashboard of a silo.</summary>
internal enum DashboardAccess
{
    /// <summary>Whoever calls from the machine itself.</summary>
    Local = 0,

    /// <summary>Whoever knows the password, from anywhere.</summary>
    Password = 1,

    /// <summary>Nobody: there is none.</summary>
    Off = 2,
}
