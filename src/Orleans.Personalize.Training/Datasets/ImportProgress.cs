namespace Orleans.Personalize.Training.Datasets;

/// <summary>How far an import is; reported every so often and at the end of each file.</summary>
/// <param name="File">The file being read.</param>
/// <param name="Rows">Rows of this file read so far.</param>
/// <param name="BytesRead">Bytes read so far, of all files.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
public readonly record struct ImportProgress(string File, long Rows, long BytesRead, long BytesTotal);
