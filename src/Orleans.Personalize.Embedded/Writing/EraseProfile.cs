namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Erases a profile, from the write-ahead log too.</summary>
internal sealed class EraseProfile(ProfileId profile) : AnsweredWrite<bool>
{
    public override bool EmptiesLog => true;

    protected override bool Work(WriteGroup group) => group.Erase(profile);
}
