using Orleans.Personalize.Audiences;
using Orleans.Personalize.Embedded.Audiences;

namespace Orleans.Personalize.Embedded;

/// <content>Who titles are for.</content>
public sealed partial class EmbeddedPersonalizer
{
    private readonly AudienceOperations _audiences;

    /// <summary>What operators learn of the audience.</summary>
    public IAudiences Audiences => _audiences;
}
