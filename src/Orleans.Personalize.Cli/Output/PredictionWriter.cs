using System.Globalization;
using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Cli.Output;

/// <summary>Writes ranked titles as tab-separated lines: profile, rank, title, score.</summary>
internal sealed class PredictionWriter : IDisposable
{
    private readonly StreamWriter _writer;

    public PredictionWriter(FileInfo file)
    {
        file.Directory?.Create();
        _writer = new StreamWriter(file.FullName) { NewLine = "\n" };
        _writer.WriteLine("profile\trank\ttitle\tscore");
    }

    public void Write(Prediction prediction) =>
        _writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{prediction.Profile}\t{prediction.Rank}\t{prediction.Title}\t{prediction.Score:G9}"));

    public void Dispose() => _writer.Dispose();
}
