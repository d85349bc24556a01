using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>The text of a path or a transform, written as an interpolated string in which every number is rounded to a whole one.</summary>
[InterpolatedStringHandler]
internal sealed class Outline
{
    private readonly StringBuilder _text;

    /// <summary>Begins a text; called by the compiler.</summary>
    public Outline(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 4));

    /// <summary>Begins a text that is added to.</summary>
    public Outline(string start) => _text = new StringBuilder(start);

    /// <summary>Adds text; called by the compiler.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Adds text; called by the compiler.</summary>
    public void AppendFormatted(string text) => _text.Append(text);

    /// <summary>Adds a number; called by the compiler.</summary>
    public void AppendFormatted(double number) => _text.Append(Math.Round(number).ToString(CultureInfo.InvariantCulture));

    /// <summary>Begins a text with an interpolated string.</summary>
    public static Outline Of(Outline start) => start;

    /// <summary>Adds a part as it is.</summary>
    public Outline Add(string part)
    {
        _text.Append(part);
        return this;
    }

    /// <summary>Adds a part.</summary>
    public Outline Add(Outline part)
    {
        _text.Append(part._text);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
