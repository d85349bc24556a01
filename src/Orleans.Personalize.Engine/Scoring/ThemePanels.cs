using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// The themes of all titles for the product with a liking of each theme. Eight titles lie side by side, ushort[panels][longest list in the panel][8] (sliced ELLPACK;
/// A. Monakov et al., "Automatically Tuning Sparse Matrix-Vector Multiplication for GPU Architectures", 2010), so that time hangs on how many themes titles have and not on
/// how many are liked.
/// </summary>
internal sealed class ThemePanels
{
    /// <summary>How many themes can be told apart; likings of as many.</summary>
    public const int MostThemes = 1 << 16;

    private const int Panel = 8;

    private readonly int _titles;
    private readonly int[] _starts;
    private readonly ushort[] _numbers;
    private readonly ushort[] _weights;

    /// <summary>Lays them out.</summary>
    /// <param name="titles">The catalogue's number of titles, holes counted.</param>
    /// <param name="themes">The themes of each title.</param>
    /// <param name="numbers">int[themes]: the number of each theme, below <see cref="MostThemes"/>; -1 for those to leave out.</param>
    public ThemePanels(int titles, ThemeIndex themes, ReadOnlySpan<int> numbers)
    {
        _titles = titles;
        _starts = new int[((titles + Panel - 1) / Panel) + 1];
        for (var title = 0; title < titles; title++)
        {
            var count = 0;
            foreach (var weight in themes.ThemesOf(title))
                count += numbers[weight.Theme] >= 0 ? 1 : 0;
            ref var longest = ref _starts[(title / Panel) + 1];
            longest = Math.Max(longest, count * Panel);
        }

        for (var panel = 1; panel < _starts.Length; panel++)
            _starts[panel] += _starts[panel - 1];
        (_numbers, _weights) = (new ushort[_starts[^1]], new ushort[_starts[^1]]);
        for (var title = 0; title < titles; title++)
        {
            var entry = _starts[title / Panel] + (title % Panel);
            foreach (var weight in themes.ThemesOf(title))
            {
                if (numbers[weight.Theme] < 0)
                    continue;
                (_numbers[entry], _weights[entry]) = ((ushort)numbers[weight.Theme], BitConverter.HalfToUInt16Bits((Half)weight.Weight));
                entry += Panel;
            }
        }
    }

    /// <summary>sums[title] += for each theme of the title its liking * its weight.</summary>
    /// <param name="likings">float[themes] by number, overwritten.</param>
    /// <param name="sums">float[titles].</param>
    public void Add(Span<float> likings, Span<float> sums)
    {
        TensorPrimitives.Multiply(likings, SparseRow.Offset, likings);
        sums = sums[.._titles];
        for (var panel = 0; panel + 1 < _starts.Length; panel++)
        {
            var entries = _starts[panel].._starts[panel + 1];
            var first = panel * Panel;
            if (Avx2.IsSupported && first + Panel <= sums.Length)
                AddPanel(_numbers.AsSpan(entries), _weights.AsSpan(entries), likings, ref sums[first]);
            else
                AddTitles(_numbers.AsSpan(entries), _weights.AsSpan(entries), likings, sums[first..Math.Min(first + Panel, sums.Length)]);
        }
    }

    // No number is beyond the likings.
    private static unsafe void AddPanel(ReadOnlySpan<ushort> numbers, ReadOnlySpan<ushort> weights, ReadOnlySpan<float> likings, ref float sums)
    {
        var sum = Vector256.LoadUnsafe(ref sums);
        ref var number = ref MemoryMarshal.GetReference(numbers);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        fixed (float* liking = likings)
        {
            for (nuint i = 0; i < (nuint)numbers.Length; i += Panel)
            {
                var liked = Avx2.GatherVector256(liking, Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref number, i)), sizeof(float));
                var factors = (Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref weight, i)) << SparseRow.Shift).AsSingle();
                sum = Vector256.FusedMultiplyAdd(liked, factors, sum);
            }
        }

        sum.StoreUnsafe(ref sums);
    }

    private static void AddTitles(ReadOnlySpan<ushort> numbers, ReadOnlySpan<ushort> weights, ReadOnlySpan<float> likings, Span<float> sums)
    {
        for (var title = 0; title < sums.Length; title++)
        {
            for (var i = title; i < numbers.Length; i += Panel)
                sums[title] = float.FusedMultiplyAdd(likings[numbers[i]], BitConverter.Int32BitsToSingle(weights[i] << SparseRow.Shift), sums[title]);
        }
    }
}
