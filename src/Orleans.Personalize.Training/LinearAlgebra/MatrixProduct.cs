using System.Runtime.InteropServices;

namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>
/// Blocked matrix products on several threads, after K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication"
/// (2008). The blocks do not depend on the number of threads and every element is summed by one thread: results are the same on any number.
/// </summary>
public static unsafe class MatrixProduct
{
    private const int DepthBlock = 256;
    private const int RowBlock = 144;
    private const int ColumnBlock = 3072;

    /// <summary>C += scale * A * B.</summary>
    /// <param name="a">Matrix, m x k.</param>
    /// <param name="b">Matrix, k x n.</param>
    /// <param name="c">Matrix, m x n.</param>
    /// <param name="scale">What the product is multiplied by.</param>
    /// <param name="threads">How many threads work.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void Add(DenseMatrix a, DenseMatrix b, DenseMatrix c, float scale = 1, int threads = 1) =>
        Add(MatrixView.Of(a), MatrixView.Of(b), MatrixView.Of(c), scale, threads, lowerOnly: false);

    /// <summary>C += scale * A' * B.</summary>
    /// <param name="a">Matrix, k x m.</param>
    /// <param name="b">Matrix, k x n.</param>
    /// <param name="c">Matrix, m x n.</param>
    /// <param name="scale">What the product is multiplied by.</param>
    /// <param name="threads">How many threads work.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void AddTransposed(DenseMatrix a, DenseMatrix b, DenseMatrix c, float scale = 1, int threads = 1) =>
        Add(MatrixView.Of(a).Transposed, MatrixView.Of(b), MatrixView.Of(c), scale, threads, lowerOnly: false);

    /// <summary>C += scale * A * B; with <paramref name="lowerOnly"/> what lies above the diagonal of C is left in an undefined state.</summary>
    internal static void Add(in MatrixView a, in MatrixView b, in MatrixView c, float scale, int threads, bool lowerOnly)
    {
        if (a.Columns != b.Rows || a.Rows != c.Rows || b.Columns != c.Columns)
            throw new ArgumentException($"Cannot add {a.Rows} x {a.Columns} times {b.Rows} x {b.Columns} to {c.Rows} x {c.Columns}.", nameof(c));
        var width = MicroKernel.Columns;
        var packedColumns = (Math.Min(ColumnBlock, b.Columns) + width - 1) / width * width;
        var packed = (float*)NativeMemory.AlignedAlloc((nuint)packedColumns * DepthBlock * sizeof(float), 64);
        try
        {
            for (var column = 0; column < c.Columns; column += ColumnBlock)
            {
                var columns = Math.Min(ColumnBlock, c.Columns - column);
                for (var k = 0; k < a.Columns; k += DepthBlock)
                {
                    var depth = Math.Min(DepthBlock, a.Columns - k);
                    AddBlock(a, b, c, new Block(column, columns, k, depth, scale, lowerOnly, (nint)packed), threads);
                }
            }
        }
        finally
        {
            NativeMemory.AlignedFree(packed);
        }
    }

    private static void AddBlock(MatrixView a, MatrixView b, MatrixView c, Block block, int threads)
    {
        var width = MicroKernel.Columns;
        var panels = (block.Columns + width - 1) / width;
        var source = b.Transposed;
        Threads.For(panels, threads, panel =>
            Packing.Rows(
                source,
                block.Column + (panel * width),
                Math.Min(width, block.Columns - (panel * width)),
                block.K,
                block.Depth,
                width,
                1,
                (float*)block.Packed + ((nint)panel * width * block.Depth)));

        var firstRowBlock = block.LowerOnly ? block.Column / RowBlock : 0;
        var rowBlocks = ((c.Rows + RowBlock - 1) / RowBlock) - firstRowBlock;
        Threads.For(rowBlocks, threads, index => AddRows(a, c, (firstRowBlock + index) * RowBlock, block));
    }

    private static void AddRows(in MatrixView a, in MatrixView c, int row, in Block block)
    {
        var height = MicroKernel.Rows;
        var width = MicroKernel.Columns;
        var rows = Math.Min(RowBlock, c.Rows - row);
        var packedRows = (rows + height - 1) / height * height;
        var left = (float*)NativeMemory.AlignedAlloc((nuint)packedRows * (nuint)block.Depth * sizeof(float), 64);
        var edge = stackalloc float[MicroKernel.MaxTile];
        Packing.Rows(a, row, rows, block.K, block.Depth, height, block.Scale, left);
        for (var column = 0; column < block.Columns; column += width)
        {
            var right = (float*)block.Packed + ((nint)column * block.Depth);
            var columns = Math.Min(width, block.Columns - column);
            for (var tile = 0; tile < rows; tile += height)
            {
                var lastRow = Math.Min(row + tile + height, c.Rows) - 1;
                if (block.LowerOnly && lastRow < block.Column + column)
                    continue;
                var target = c.At(row + tile, block.Column + column);
                var panel = left + ((nint)tile * block.Depth);
                if (tile + height <= rows && columns == width)
                    MicroKernel.Run(block.Depth, panel, right, target, c.RowStep);
                else
                    AddEdge(block.Depth, panel, right, edge, target, Math.Min(height, rows - tile), columns, c.RowStep);
            }
        }

        NativeMemory.AlignedFree(left);
    }

    private static void AddEdge(int depth, float* a, float* b, float* edge, float* c, int rows, int columns, nint step)
    {
        var width = MicroKernel.Columns;
        new Span<float>(edge, MicroKernel.MaxTile).Clear();
        MicroKernel.Run(depth, a, b, edge, width);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                c[(i * step) + j] += edge[(i * width) + j];
        }
    }

    private readonly record struct Block(int Column, int Columns, int K, int Depth, float Scale, bool LowerOnly, nint Packed);
}
