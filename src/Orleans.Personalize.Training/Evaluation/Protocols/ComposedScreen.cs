using System.Collections.Immutable;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>What one profile was shown; titles are numbers of the dataset, each once.</summary>
/// <param name="Themes">How many different rows the page has.</param>
/// <param name="Cards">The cards of the first screen, row by row.</param>
/// <param name="Page">All titles of the page.</param>
/// <param name="Screen">The titles of the first screen.</param>
/// <param name="List">The first titles of the flat list, as many as a first screen has.</param>
/// <param name="Microseconds">How long the page took.</param>
internal sealed record ComposedScreen(int Themes, ImmutableArray<Card> Cards, int[] Page, int[] Screen, int[] List, double Microseconds);
