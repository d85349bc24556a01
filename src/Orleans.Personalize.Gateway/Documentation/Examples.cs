using System.Text.Json.Nodes;

namespace Orleans.Personalize.Gateway.Documentation;

/// <summary>Bodies to begin with; the tests send each of them.</summary>
internal static class Examples
{
    public static readonly IReadOnlyDictionary<string, JsonNode> Events = Parse(
        ("A playback begins", """
            { "type": "playStarted", "id": "5f1c", "profile": "ann", "time": "2026-03-01T20:15:00+01:00", "device": "tv",
              "title": "night-train", "positionSeconds": 0, "durationSeconds": 6120 }
            """),
        ("Several events of one evening", """
            [
              { "type": "titleOpened", "id": "5f20", "profile": "ann", "time": "2026-03-01T22:01:10+01:00", "title": "harbour-lights",
                "row": "top-picks", "rowIndex": 0, "column": 2 },
              { "type": "thumbGiven", "id": "5f21", "profile": "ann", "time": "2026-03-01T22:01:30+01:00", "title": "night-train", "thumb": "twoUp" },
              { "type": "myListAdded", "id": "5f22", "profile": "ann", "time": "2026-03-01T22:02:00+01:00", "title": "harbour-lights" }
            ]
            """));

    public static readonly IReadOnlyDictionary<string, JsonNode> SurveyAnswers = Parse(
        ("Three titles that are liked", """
            [{ "title": "night-train" }, { "title": "harbour-lights", "thumb": "twoUp" }, { "title": "odd", "thumb": "down" }]
            """));

    public static readonly IReadOnlyDictionary<string, JsonNode> Profile = Parse(
        ("An adult in Germany", """{ "name": "Ann", "account": "the-millers", "maturityLimit": 18, "country": "DE", "language": "de" }"""),
        ("Somebody who may be written to", """
            { "name": "Mara", "country": "DE", "notifications": { "email": "mara@example.com", "quietFromHour": 21, "quietUntilHour": 9,
              "optOuts": [{ "kind": "resume" }] } }
            """),
        ("A child", """{ "name": "Tom", "account": "the-millers", "kids": true, "maturityLimit": 6, "country": "DE" }"""));

    public static readonly IReadOnlyDictionary<string, JsonNode> Merge = Parse(
        ("Another profile of the household is taken over and erased", """{ "source": "bo", "operation": "6f1d" }"""));

    public static readonly IReadOnlyDictionary<string, JsonNode> Title = Parse(
        ("A film", """
            { "name": "Night Train", "kind": "film", "year": 2024, "runtimeMinutes": 102, "maturityAge": 12,
              "synopsis": "A conductor finds a suitcase that nobody will claim.", "genres": ["Thriller"], "tags": ["night", "train"],
              "people": [{ "name": "Ines Aldorf", "role": "director" }], "countries": ["AT"], "languages": ["de"] }
            """));

    public static readonly IReadOnlyDictionary<string, JsonNode> PlannedTitle = Parse(
        ("A film that is planned", """
            { "id": "the-last-ferry", "name": "The Last Ferry", "kind": "film", "runtimeMinutes": 98, "maturityAge": 12, "genres": ["Drama"], "tags": ["sea"],
              "countries": ["NO"], "languages": ["no"] }
            """));

    public static readonly IReadOnlyDictionary<string, JsonNode> Rerank = Parse(
        ("A campaign of two titles", """{ "titles": ["night-train", "harbour-lights"], "country": "DE", "explain": true }"""));

    public static readonly IReadOnlyDictionary<string, JsonNode> Rule = Parse(
        ("A title first, for a week", """
            { "action": "pin", "titles": ["night-train"], "place": 1, "countries": ["DE", "AT"], "text": "New this week",
              "start": "2026-03-01T00:00:00+01:00", "end": "2026-03-08T00:00:00+01:00" }
            """),
        ("At most three thrillers on a page", """{ "action": "cap", "filter": "genre:thriller", "limit": 3 }"""),
        ("Documentaries further up", """{ "action": "boost", "filter": "genre:documentary", "strength": 0.5, "kids": false }"""));

    public static readonly IReadOnlyDictionary<string, JsonNode> Experiment = Parse(
        ("A tenth of the profiles gets something to discover sooner, another tenth is what they are compared with", """
            { "name": "Discovery earlier", "arms": [{ "name": "as now", "share": 0.1 }, { "name": "third row", "share": 0.1, "options": { "discoveryPlace": 3 } }] }
            """));

    public static readonly IReadOnlyDictionary<string, JsonNode> RulePreview = Parse(
        ("A row at the second place", """
            { "profile": "ann", "rule": { "id": "trending-second", "action": "pin", "row": "trending", "place": 2 }, "rows": 10, "columns": 5, "device": "tv" }
            """));

    public static readonly IReadOnlyDictionary<string, JsonNode> Titles = Parse(
        ("A film and a series", """
            [
              { "id": "night-train", "name": "Night Train", "kind": "film", "year": 2024, "runtimeMinutes": 102, "genres": ["Thriller"] },
              { "id": "harbour-lights", "name": "Harbour Lights", "kind": "series", "year": 2025, "genres": ["Drama"],
                "episodes": [{ "season": 1, "number": 1, "name": "Low Tide", "runtimeMinutes": 48 }] }
            ]
            """));

    private static Dictionary<string, JsonNode> Parse(params (string Name, string Json)[] examples) =>
        examples.ToDictionary(e => e.Name, e => JsonNode.Parse(e.Json)!, StringComparer.Ordinal);
}
