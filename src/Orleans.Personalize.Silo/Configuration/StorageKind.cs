namespace Orleans.Personalize.Silo.Configuration;

/// <summary>Where the silos keep the state of grains.</summary>
internal enum StorageKind
{
    /// <summary>In files below the data folder; for the silos of one machine.</summary>
    Files = 0,

    /// <summary>In Azure Blob storage, or its emulator Azurite.</summary>
    Azure = 1,

    /// <summary>Nowhere: everything is lost when the silos end.</summary>
    Memory = 2,
}
