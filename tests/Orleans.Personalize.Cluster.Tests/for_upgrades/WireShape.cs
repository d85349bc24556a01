using System.Reflection;
using Orleans.CodeGeneration;

namespace Orleans.Personalize.Cluster.Tests.for_upgrades;

/// <summary>
/// What nodes of different versions must agree on, as lines of text: the methods of grains, and the members of everything that is sent or stored by
/// Orleans' serializer.
/// </summary>
internal static class WireShape
{
    private static readonly string[] Assemblies = ["Orleans.Personalize.Contracts", "Orleans.Personalize.Grains.Abstractions", "Orleans.Personalize.Grains"];

    // What is sent in the place of a type that has a name of its own is that type to everybody else.
    private static readonly Dictionary<Type, Type> Converted = Assemblies
        .SelectMany(name => Assembly.Load(name).GetTypes())
        .SelectMany(type => type.GetInterfaces())
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConverter<,>))
        .Select(face => face.GetGenericArguments())
        .Where(pair => pair[0].GetCustomAttribute<AliasAttribute>() is not null)
        .ToDictionary(pair => pair[1], pair => pair[0]);

    /// <summary>The lines of this version, in ordinal order.</summary>
    public static string[] Now() =>
        [.. Assemblies.SelectMany(name => Assembly.Load(name).GetTypes()).SelectMany(LinesOf).Order(StringComparer.Ordinal)];

    /// <summary>The version of a grain's interface, by the line that stands for it.</summary>
    public static int VersionOf(string line) => int.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a line says of which version the interface of a grain is.</summary>
    public static bool IsVersion(string line) => line.StartsWith("grain ", StringComparison.Ordinal) && line.Contains(" version ", StringComparison.Ordinal);

    private static IEnumerable<string> LinesOf(Type type)
    {
        if (type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
            return GrainLines(type);
        return type.GetCustomAttribute<GenerateSerializerAttribute>() is null ? [] : MemberLines(type);
    }

    private static IEnumerable<string> GrainLines(Type type)
    {
        yield return $"grain {NameOf(type)} version {type.GetCustomAttribute<VersionAttribute>()?.Version ?? 0}";
        foreach (var method in type.GetMethods())
        {
            var parameters = string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));
            yield return $"grain {NameOf(type)} {method.GetCustomAttribute<AliasAttribute>()?.Alias ?? method.Name}({parameters}) {NameOf(method.ReturnType)}";
        }
    }

    private static IEnumerable<string> MemberLines(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"enum {NameOf(type)} {Convert.ToInt64(Enum.Parse(type, name), null)} {name}");
        var members = type.GetProperties(Own).Cast<MemberInfo>().Concat(type.GetFields(Own))
            .Where(member => member.GetCustomAttribute<IdAttribute>() is not null)
            .Select(member => $"type {NameOf(type)} {member.GetCustomAttribute<IdAttribute>()!.Id} {member.Name} {NameOf(TypeOf(member))}");

        // The parameters of a record that say no number are numbered by their places, apart from its other members.
        var primary = type.GetConstructors(Own).FirstOrDefault(constructor => constructor.GetParameters() is { Length: > 0 } parameters
            && parameters.All(parameter => type.GetProperty(parameter.Name ?? string.Empty, Own) is { } property && property.GetCustomAttribute<IdAttribute>() is null));
        return members.Concat((primary?.GetParameters() ?? []).Select((p, place) => $"type {NameOf(type)} parameter {place} {p.Name} {NameOf(p.ParameterType)}"));
    }

    private static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    private static string NameOf(Type type)
    {
        if (type.IsArray)
            return $"{NameOf(type.GetElementType()!)}[]";
        if (Converted.TryGetValue(type, out var converted))
            return NameOf(converted);
        var name = type.GetCustomAttributes<AliasAttribute>().FirstOrDefault()?.Alias ?? type.FullName ?? type.Name;
        if (!type.IsGenericType)
            return name;
        var backtick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return $"{(backtick < 0 ? type.Name : type.Name[..backtick])}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
