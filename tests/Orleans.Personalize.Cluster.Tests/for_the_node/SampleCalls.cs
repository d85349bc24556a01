using System.Net.Http.Json;
using System.Text.Json;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

/// <summary>What the facts say to a node over HTTP.</summary>
internal static class SampleCalls
{
    private static readonly ProfileId Ann = new("ann");

    /// <summary>Puts the sample catalogue and one profile.</summary>
    public static async Task FillAsync(HttpClient http)
    {
        using var titles = await http.PostAsJsonAsync("v1/titles", SampleCatalog.Titles, PersonalizeJson.Options);
        titles.EnsureSuccessStatusCode();
        using var profile = await http.PutAsJsonAsync("v1/profiles/ann", new ProfileSettings { Id = Ann, Name = "Ann" }, PersonalizeJson.Options);
        profile.EnsureSuccessStatusCode();
    }

    /// <summary>Pauses a film.</summary>
    /// <returns>The outcome.</returns>
    public static async Task<string?> PauseAsync(HttpClient http, string id)
    {
        using var response = await http.PostAsync("v1/events", Paused(id));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("receipts")[0].GetProperty("outcome").GetString();
    }

    /// <summary>The body that says that a film was paused.</summary>
    public static JsonContent Paused(string id)
    {
        ProfileEvent paused = new PlayPaused
        {
            Id = new EventId(id),
            Profile = Ann,
            Time = DateTimeOffset.UtcNow,
            Title = SampleCatalog.Film("drama", 1),
            PositionSeconds = 900,
            DurationSeconds = 6000,
        };
        return JsonContent.Create(paused, options: PersonalizeJson.Options);
    }
}
