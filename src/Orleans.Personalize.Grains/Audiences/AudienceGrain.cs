using System.Collections.Immutable;
using Orleans.Concurrency;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Audiences;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.Audiences;

/// <summary>Draws profiles and lets the engine of its silo answer; holds nothing.</summary>
[StatelessWorker(1)]
internal sealed class AudienceGrain(SiloEngines engines, TimeProvider time) : Grain, IAudienceGrain
{
    // Of each part of the list; eight are drawn on average.
    private const int MostOfAPart = 64;
    private const int AskedAtOnce = 32;

    private SiloEngine _silo = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _silo = engines.For(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    async Task<SimilarProfiles> IAudienceGrain.GetSimilarProfilesAsync(ProfileId profile, int count)
    {
        AudienceQuestions.CheckCount(count);
        var questions = await QuestionsAsync(0);
        var member = await MemberAsync(profile) ?? throw new UnknownProfileException(profile);
        var sample = await DrawAsync();
        return await Task.Run(() => questions.MostAlike(member, sample, count));
    }

    async Task<TitleAudience> IAudienceGrain.GetAudienceAsync(TitleId title, AudienceRequest request, long catalogVersion)
    {
        AudienceQuestions.Check(request);
        var questions = await QuestionsAsync(catalogVersion);
        var (sample, now) = (await DrawAsync(), time.GetUtcNow());
        return await Task.Run(() => questions.AudienceOf(title, sample, request, now));
    }

    async Task<TitleAudience> IAudienceGrain.ForecastAudienceAsync(Title title, AudienceRequest request)
    {
        AudienceQuestions.Check(request);
        AudienceQuestions.Check(title);
        var questions = await QuestionsAsync(0);
        var (sample, now) = (await DrawAsync(), time.GetUtcNow());
        return await Task.Run(() => questions.Forecast(title, sample, request, now));
    }

    private async Task<AudienceQuestions> QuestionsAsync(long catalogVersion) => new(await _silo.AtLeastAsync(catalogVersion));

    private async Task<AudienceSample> DrawAsync()
    {
        var parts = await Task.WhenAll(ProfileDirectory.Keys(_silo.Tenant)
            .Select(key => GrainFactory.GetGrain<IProfileDirectoryGrain>(key).DrawAsync(MostOfAPart)));
        var drawn = parts.SelectMany(part => part.First)
            .OrderBy(AudienceSample.OrderOf)
            .ThenBy(profile => profile.Value, StringComparer.Ordinal)
            .Take(AudienceSample.Size);
        var members = ImmutableArray.CreateBuilder<AudienceMember>();
        foreach (var some in drawn.Chunk(AskedAtOnce))
            members.AddRange((await Task.WhenAll(some.Select(MemberAsync))).OfType<AudienceMember>());
        return new AudienceSample(parts.Sum(part => (long)part.Profiles), members.DrainToImmutable());
    }

    private async Task<AudienceMember?> MemberAsync(ProfileId profile) =>
        IdRules.IsValid(profile.Value, ProfileId.MaxLength)
        && await GrainFactory.GetGrain<IProfileGrain>(new GrainKey(_silo.Tenant, profile.Value).ToString()).GetContentAsync() is { } content
            ? new AudienceMember(content.Settings, ProfileState.Decode(content.Learnt))
            : null;
}
