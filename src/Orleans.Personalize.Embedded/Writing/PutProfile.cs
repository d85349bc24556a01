using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Creates a profile or changes its settings. The answer is whether its account had room.</summary>
internal sealed class PutProfile(ProfileSettings settings) : AnsweredWrite<bool>
{
    protected override bool Work(WriteGroup group) => group.PutProfile(settings);
}
