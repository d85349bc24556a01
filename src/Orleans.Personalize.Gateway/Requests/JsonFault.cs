using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>What is wrong with a JSON value that cannot be read as a contract.</summary>
/// <param name="Field">The property at fault, with a path where it is nested, such as <c>episodes[2].season</c>; null for the value itself.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record JsonFault(string? Field, string Reason)
{
    private static readonly JsonSerializerOptions Options = PersonalizeJson.Options;

    /// <summary>Reads a contract.</summary>
    /// <returns>Null where it was read into <paramref name="value"/>, else the first fault found.</returns>
    public static JsonFault? TryRead<T>(JsonElement element, out T? value)
        where T : class
    {
        var type = Options.GetTypeInfo(typeof(T));
        try
        {
            // The serializer lets null into an array of what must not be null; events, which come by the million, have no arrays.
            value = element.Deserialize<T>(Options);
            return value is null || type.Properties.Any(p => TypeInfo(p.PropertyType).Kind == JsonTypeInfoKind.Enumerable) ? Find(element, type, null) : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            value = null;
            return Find(element, type, null) ?? new JsonFault(null, "cannot be read");
        }
    }

    /// <summary>Follows the contract's own metadata through the value to the first place where they part.</summary>
    private static JsonFault? Find(JsonElement element, JsonTypeInfo type, string? path) => type.Kind switch
    {
        JsonTypeInfoKind.Object => FindInObject(element, type, path),
        JsonTypeInfoKind.Enumerable => FindInArray(element, type, path),
        JsonTypeInfoKind.Dictionary => FindInDictionary(element, type, path),
        _ => FindInValue(element, type.Type, path),
    };

    private static JsonFault? FindInNames(JsonElement element, string? path, out List<string> names)
    {
        names = [];
        if (element.ValueKind != JsonValueKind.Object)
            return new JsonFault(path, "must be an object");
        if (!TryNames(element, out names))
            return new JsonFault(path, "has a property name that is not valid Unicode");
        return names.CountBy(n => n, StringComparer.Ordinal).FirstOrDefault(n => n.Value > 1).Key is { } twice
            ? new JsonFault(Join(path, twice), "is given more than once")
            : null;
    }

    private static JsonFault? FindInDictionary(JsonElement element, JsonTypeInfo type, string? path)
    {
        if (FindInNames(element, path, out _) is { } wrong)
            return wrong;
        var item = TypeInfo(type.ElementType!);
        return element.EnumerateObject()
            .Select(property => Find(property.Value, item, Join(path, property.Name)))
            .FirstOrDefault(fault => fault is not null);
    }

    private static JsonFault? FindInObject(JsonElement element, JsonTypeInfo type, string? path)
    {
        if (FindInNames(element, path, out var names) is { } wrong)
            return wrong;

        var discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (discriminator is not null)
        {
            if (Resolve(element, type.PolymorphismOptions!, path, out var derived) is { } fault)
                return fault;
            type = derived!;
        }

        var properties = type.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name == discriminator)
                continue;
            var field = Join(path, property.Name);
            if (!properties.TryGetValue(property.Name, out var known))
                return new JsonFault(field, $"is not known here; known are {string.Join(", ", properties.Keys)}");
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                if (!known.IsSetNullable || (known.PropertyType.IsValueType && Nullable.GetUnderlyingType(known.PropertyType) is null))
                    return new JsonFault(field, "must not be null");
            }
            else if (Find(property.Value, TypeInfo(known.PropertyType), field) is { } fault)
            {
                return fault;
            }
        }

        return type.Properties.FirstOrDefault(p => p.IsRequired && !names.Contains(p.Name, StringComparer.Ordinal)) is { } missing
            ? new JsonFault(Join(path, missing.Name), "is required")
            : null;
    }

    private static JsonFault? Resolve(JsonElement element, JsonPolymorphismOptions options, string? path, out JsonTypeInfo? derived)
    {
        derived = null;
        var field = Join(path, options.TypeDiscriminatorPropertyName);
        var known = string.Join(", ", options.DerivedTypes.Select(t => t.TypeDiscriminator));
        if (!element.TryGetProperty(options.TypeDiscriminatorPropertyName, out var name))
            return new JsonFault(field, $"is required; it is one of {known}");
        if (name.ValueKind != JsonValueKind.String || Text(name) is not { } text
            || options.DerivedTypes.FirstOrDefault(t => text.Equals(t.TypeDiscriminator)) is not { DerivedType: { } found })
        {
            return new JsonFault(field, $"must be one of {known}");
        }

        derived = TypeInfo(found);
        return null;
    }

    private static JsonFault? FindInArray(JsonElement element, JsonTypeInfo type, string? path)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return new JsonFault(path, "must be an array");
        var item = TypeInfo(type.ElementType!);
        return element.EnumerateArray()
            .Select((value, i) => Find(value, item, $"{path}[{i}]"))
            .FirstOrDefault(fault => fault is not null);
    }

    private static JsonFault? FindInValue(JsonElement element, Type type, string? path)
    {
        try
        {
            return element.Deserialize(type, Options) is null ? new JsonFault(path, "must not be null") : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new JsonFault(path, element.ValueKind == JsonValueKind.String && Text(element) is null
                ? "is not valid Unicode"
                : Expectation(type) ?? e.Message);
        }
    }

    /// <summary>What a value of a type must be; null where the type's converter says it better itself.</summary>
    private static string? Expectation(Type type) => type switch
    {
        { IsEnum: true } => "must be one of " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)),
        _ when type == typeof(string) => "must be a string",
        _ when type == typeof(bool) => "must be true or false",
        _ when type == typeof(int) || type == typeof(long) => "must be a whole number",
        _ when type == typeof(double) || type == typeof(float) => "must be a number",
        _ => null,
    };

    private static JsonTypeInfo TypeInfo(Type type) => Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private static bool TryNames(JsonElement element, out List<string> names)
    {
        names = [];
        try
        {
            names.AddRange(element.EnumerateObject().Select(p => p.Name));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether an object has no such property.</summary>
    public static bool Lacks(JsonElement element, string property) =>
        TryNames(element, out var names) && !names.Contains(property, StringComparer.Ordinal);

    /// <summary>The text of a property; null where the value is no object, has no such property, or none that is text.</summary>
    public static string? TextOf(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && TryNames(element, out _)
        && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? Text(value) : null;

    /// <summary>A string's text; null where it holds half a surrogate pair.</summary>
    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Join(string? path, string name) => path is null ? name : $"{path}.{name}";
}
