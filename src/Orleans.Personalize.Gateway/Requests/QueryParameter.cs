using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>One parameter of a query: how it is read, and how the OpenAPI document describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
internal abstract record QueryParameter(string Name, string Description)
{
    /// <summary>The schema of its value.</summary>
    public abstract OpenApiSchema Schema();

    /// <summary>Its one value; null where it is absent.</summary>
    /// <exception cref="InvalidRequestException">It is given more than once.</exception>
    protected string? Text(HttpContext context)
    {
        var values = context.Request.Query[Name];
        return values.Count <= 1 ? values : throw new InvalidRequestException(Name, "is given more than once");
    }
}
