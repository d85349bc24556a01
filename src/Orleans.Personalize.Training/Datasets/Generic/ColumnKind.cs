namespace Orleans.Personalize.Training.Datasets.Generic;

/// <summary>How a cell becomes json.</summary>
internal enum ColumnKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>Strings separated by '|'.</summary>
    List,

    /// <summary>Names separated by '|' that join the title's people; the column's name is the role.</summary>
    People,
}
