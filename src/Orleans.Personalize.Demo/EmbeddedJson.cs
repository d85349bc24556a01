using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orleans.Personalize.Demo;

/// <summary>Reads the word lists that come with the assembly; lists are written as one string, separated by '|'.</summary>
internal static class EmbeddedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new WordsConverter() },
    };

    /// <summary>The elements of the array in a resource.</summary>
    public static T[] Read<T>(string resource)
    {
        using var stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the assembly lacks '{resource}'");
        return JsonSerializer.Deserialize<T[]>(stream, Options)!;
    }

    private sealed class WordsConverter : JsonConverter<string[]>
    {
        public override string[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()!.Split('|', StringSplitOptions.TrimEntries);

        public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Join('|', value));
    }
}
