using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>
/// A matrix of single-precision numbers, row-major, outside the garbage-collected heap, so that one of several gigabytes costs no copying
/// and no collection; whoever makes one disposes of it. Starts as zeros.
/// </summary>
public sealed unsafe class DenseMatrix : IDisposable
{
    private const nuint Alignment = 64;

    private float* _data;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <exception cref="OutOfMemoryException">There is not enough memory.</exception>
    public DenseMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Rows = rows;
        Columns = columns;
        var bytes = (nuint)rows * (nuint)columns * sizeof(float);
        _data = (float*)NativeMemory.AlignedAlloc(Math.Max(bytes, Alignment), Alignment);
        NativeMemory.Clear(_data, bytes);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns; also the distance from one row to the next.</summary>
    public int Columns { get; }

    internal float* Data
    {
        get
        {
            ObjectDisposedException.ThrowIf(_data is null, this);
            return _data;
        }
    }

    /// <summary>One element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public ref float this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
            return ref At(row, column)[0];
        }
    }

    /// <summary>One row: float[Columns].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return new(At(row, 0), Columns);
    }

    /// <summary>Makes all elements zeros.</summary>
    public void Clear() => NativeMemory.Clear(Data, (nuint)Rows * (nuint)Columns * sizeof(float));

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_data);
        _data = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* At(int row, int column) => Data + ((nint)row * Columns) + column;
}
