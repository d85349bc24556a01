using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orleans.Personalize.Json;

/// <summary>The one way contracts are written as JSON: by the HTTP API, the files that are imported and exported, and the event log.</summary>
public static class PersonalizeJson
{
    /// <summary>Camel-case names, enums as camel-case words, times with their offset, unknown and missing properties refused, the discriminator anywhere in the object.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Applies the same rules to options that somebody else owns, such as those of the HTTP host.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new TimeJsonConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
