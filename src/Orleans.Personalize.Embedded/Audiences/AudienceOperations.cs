using Orleans.Personalize.Audiences;
using Orleans.Personalize.Embedded.Catalogue;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Engine.Audiences;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded.Audiences;

/// <summary><see cref="IAudiences"/> of the embedded host. One question is worked on at a time, beside the answers to members.</summary>
/// <param name="readers">Draws the sample.</param>
/// <param name="residents">Profiles that are in memory; those that are not are read and left where they are.</param>
/// <param name="engine">Decides.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class AudienceOperations(Readers readers, ResidentProfiles residents, EngineHolder engine, TimeProvider time) : IAudiences, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    Task<SimilarProfiles> IAudiences.GetSimilarProfilesAsync(ProfileId profile, int count, CancellationToken cancellationToken)
    {
        AudienceQuestions.CheckCount(count);
        return WorkAsync(
            questions => questions.MostAlike(readers.Use(reader => Find(reader, profile)) ?? throw new UnknownProfileException(profile), Draw(), count),
            cancellationToken);
    }

    Task<TitleAudience> IAudiences.GetAudienceAsync(TitleId title, AudienceRequest request, CancellationToken cancellationToken)
    {
        AudienceQuestions.Check(request);
        return WorkAsync(questions => questions.AudienceOf(title, Draw(), request, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    Task<TitleAudience> IAudiences.ForecastAudienceAsync(Title title, AudienceRequest request, CancellationToken cancellationToken)
    {
        AudienceQuestions.Check(request);
        AudienceQuestions.Check(title);
        return WorkAsync(questions => questions.Forecast(title, Draw(), request, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    private async Task<T> WorkAsync<T>(Func<AudienceQuestions, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => work(new AudienceQuestions(engine.Current)), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private AudienceSample Draw() => readers.Use(reader =>
    {
        var (profiles, drawn) = reader.DrawProfiles(AudienceSample.Size);
        return new AudienceSample(profiles, [.. drawn.Select(id => Find(reader, id)).OfType<AudienceMember>()]);
    });

    // Null where it was erased since it was drawn, or cannot be read.
    private AudienceMember? Find(Reader reader, ProfileId id)
    {
        if (id.Value is null)
            return null;
        try
        {
            return (residents.Peek(id) ?? reader.FindProfile(id)) is { } profile ? new AudienceMember(profile.Settings, profile.State) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
