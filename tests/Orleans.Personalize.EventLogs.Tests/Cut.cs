namespace Orleans.Personalize.EventLogs.Tests;

/// <summary>When the power goes, seen from a step of the store.</summary>
public enum Cut
{
    Before,
    Within,
    After,
}
