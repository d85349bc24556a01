using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>Where the model files of a tenant are.</summary>
internal static class ModelFolders
{
    /// <summary>The folder; null on a silo without one.</summary>
    public static ModelStore? Of(string tenant, PersonalizeGrainOptions options)
    {
        if (options.ModelDirectory is not { } directory)
            return null;
        var isDefault = string.Equals(tenant, options.DefaultTenant, StringComparison.Ordinal);
        return new ModelStore(isDefault ? directory : Path.Combine(directory, tenant));
    }
}
