using System.Runtime.Intrinsics;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Adam (Kingma, Ba 2015) with decoupled weight decay (Loshchilov, Hutter 2019) and a running average of the weights (Polyak, Juditsky 1992).
/// </summary>
internal sealed unsafe class AdamOptimizer
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Tiny = 1e-8f;
    private const int Block = 1 << 14;

    private readonly AlignedFloats _first;
    private readonly AlignedFloats _second;
    private readonly AlignedFloats _average;

    public AdamOptimizer(FloatArena arena, ReadOnlySpan<float> parameters)
    {
        _first = new(arena, parameters.Length);
        _second = new(arena, parameters.Length);
        _average = new(arena, parameters.Length);
        parameters.CopyTo(_average.Span);
    }

    /// <summary>How many steps were made.</summary>
    public int Steps { get; set; }

    public AlignedFloats First => _first;

    public AlignedFloats Second => _second;

    /// <summary>The running average of the weights.</summary>
    public AlignedFloats Average => _average;

    /// <summary>Makes one step.</summary>
    /// <param name="parameters">Changed in place.</param>
    /// <param name="gradients">Are added up in this order.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="weightDecay">Pull towards zero.</param>
    /// <param name="averageDecay">How much of the average is kept.</param>
    /// <param name="threads">How many threads work.</param>
    public void Step(AlignedFloats parameters, AlignedFloats[] gradients, float rate, float weightDecay, float averageDecay, int threads)
    {
        Steps++;
        var scale = MathF.Sqrt(1 - MathF.Pow(SecondDecay, Steps)) / (1 - MathF.Pow(FirstDecay, Steps)) * rate;

        // Early on the average would remember the weights' random beginning.
        var kept = Math.Min(averageDecay, (Steps - 1f) / (Steps + 9f));
        Threads.For((parameters.Length + Block - 1) / Block, threads, block =>
        {
            var end = Math.Min(parameters.Length, (block + 1) * Block);
            for (var i = block * Block; i < end; i += 16)
                StepAt(i, parameters.Pointer, gradients, scale, rate * weightDecay, kept);
        });
    }

    private void StepAt(int i, float* parameters, AlignedFloats[] gradients, float scale, float decay, float kept)
    {
        var gradient = Vector512.Load(gradients[0].Pointer + i);
        for (var g = 1; g < gradients.Length; g++)
            gradient += Vector512.Load(gradients[g].Pointer + i);
        var first = Vector512.Load(_first.Pointer + i) * FirstDecay + (gradient * (1 - FirstDecay));
        var second = Vector512.Load(_second.Pointer + i) * SecondDecay + (gradient * gradient * (1 - SecondDecay));
        first.Store(_first.Pointer + i);
        second.Store(_second.Pointer + i);
        var value = Vector512.Load(parameters + i);
        value -= (value * decay) + (first * scale / (Vector512.Sqrt(second) + Vector512.Create(Tiny)));
        value.Store(parameters + i);
        ((Vector512.Load(_average.Pointer + i) * kept) + (value * (1 - kept))).Store(_average.Pointer + i);
    }
}
