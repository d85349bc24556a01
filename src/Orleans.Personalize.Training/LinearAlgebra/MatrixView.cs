using System.Runtime.CompilerServices;

namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>A rectangle of a matrix, as it stands or transposed: element (r, c) lies at <c>Origin[r * RowStep + c * ColumnStep]</c>.</summary>
internal readonly unsafe struct MatrixView(float* origin, int rows, int columns, nint rowStep, nint columnStep)
{
    public readonly float* Origin = origin;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
    public readonly nint RowStep = rowStep;
    public readonly nint ColumnStep = columnStep;

    public MatrixView Transposed => new(Origin, Columns, Rows, ColumnStep, RowStep);

    public static MatrixView Of(DenseMatrix matrix) => Of(matrix, 0, matrix.Rows, 0, matrix.Columns);

    public static MatrixView Of(DenseMatrix matrix, int row, int rows, int column, int columns) =>
        new(matrix.Data + ((nint)row * matrix.Columns) + column, rows, columns, matrix.Columns, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int row, int column) => Origin + (row * RowStep) + (column * ColumnStep);
}
