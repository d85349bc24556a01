using Orleans.Personalize.Experiments;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Gateway.Security;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What operators try: experiments, started, stopped and reported.</summary>
internal static class ExperimentEndpoints
{
    public static void MapExperiments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/experiments").WithTags("Experiments").ForOperators();
        group.MapGet("", ListAsync).WithName("listExperiments");
        group.MapPut("/{experiment}", PutAsync).WithName("putExperiment").TakesOne<Experiment>(Examples.Experiment);
        group.MapGet("/{experiment}", GetAsync).WithName("getExperiment");
        group.MapDelete("/{experiment}", RemoveAsync).WithName("removeExperiment").Produces(StatusCodes.Status204NoContent);
        group.MapPost("/{experiment}/start", StartAsync).WithName("startExperiment");
        group.MapPost("/{experiment}/stop", StopAsync).WithName("stopExperiment");
        group.MapGet("/{experiment}/report", ReportAsync).WithName("reportExperiment");
        var beside = routes.MapGroup(string.Empty).WithTags("Experiments").ForOperators();
        beside.MapGet("/experiment-options", ListOptionsAsync).WithName("listExperimentOptions");
        beside.MapGet("/profiles/{profile}/experiments", GetOfProfileAsync).WithName("getProfileExperiments");
    }

    /// <summary>All experiments, also those that are not started or have ended.</summary>
    internal static Task<ExperimentList> ListAsync(IExperiments experiments, CancellationToken cancellationToken) => experiments.ListExperimentsAsync(cancellationToken);

    /// <summary>Adds an experiment or replaces it whole.</summary>
    /// <remarks>
    /// The body may leave the id to the path. Without a start it waits to be started. Of one that has begun only the name and an end that is still to come can change, and no two
    /// change the same option at the same time.
    /// </remarks>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="context">The request.</param>
    /// <param name="requestBody">Reads the body.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Experiment> PutAsync(
        string experiment, HttpContext context, RequestBody requestBody, IExperiments experiments, CancellationToken cancellationToken)
    {
        var id = RouteIds.Read<ExperimentId>("experiment", experiment);
        using var body = await requestBody.ReadAsync(context.Request, cancellationToken);
        var content = JsonSingle.Read<Experiment, ExperimentId>(body.RootElement, id);
        await experiments.PutExperimentAsync(content, cancellationToken);
        return content;
    }

    /// <summary>One experiment.</summary>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<Experiment> GetAsync(string experiment, IExperiments experiments, CancellationToken cancellationToken) =>
        experiments.GetExperimentAsync(RouteIds.Read<ExperimentId>("experiment", experiment), cancellationToken);

    /// <summary>Takes an experiment away with what was counted; pages are as without it at once.</summary>
    /// <remarks>404 where there is none, or no more.</remarks>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> RemoveAsync(string experiment, IExperiments experiments, CancellationToken cancellationToken)
    {
        var id = RouteIds.Read<ExperimentId>("experiment", experiment);
        return await experiments.RemoveExperimentAsync(id, cancellationToken) ? TypedResults.NoContent() : throw new UnknownExperimentException(id);
    }

    /// <summary>Starts an experiment now, also one that was to start later.</summary>
    /// <remarks>One that runs goes on as it is; one that has ended is not started again.</remarks>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<Experiment> StartAsync(string experiment, IExperiments experiments, CancellationToken cancellationToken) =>
        experiments.StartExperimentAsync(RouteIds.Read<ExperimentId>("experiment", experiment), cancellationToken);

    /// <summary>Stops an experiment now, for good; what was counted stays.</summary>
    /// <remarks>One that has ended stays as it is.</remarks>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<Experiment> StopAsync(string experiment, IExperiments experiments, CancellationToken cancellationToken) =>
        experiments.StopExperimentAsync(RouteIds.Read<ExperimentId>("experiment", experiment), cancellationToken);

    /// <summary>What came of an experiment so far: each arm, and how it differs from the first.</summary>
    /// <remarks>From low to high is for one look at a time that was fixed before, from lowAtAnyTime to highAtAnyTime for any number of looks.</remarks>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ExperimentReport> ReportAsync(string experiment, IExperiments experiments, CancellationToken cancellationToken) =>
        experiments.ReportExperimentAsync(RouteIds.Read<ExperimentId>("experiment", experiment), cancellationToken);

    /// <summary>The figures of pages that arms may change, with their bounds.</summary>
    internal static Task<ExperimentOptionList> ListOptionsAsync(IExperiments experiments, CancellationToken cancellationToken) =>
        experiments.ListExperimentOptionsAsync(cancellationToken);

    /// <summary>In which arm of each experiment a profile is, or will be once it runs.</summary>
    /// <remarks>The profile need not exist.</remarks>
    /// <param name="profile">The profile's id.</param>
    /// <param name="experiments">The experiments behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static Task<ProfileExperiments> GetOfProfileAsync(string profile, IExperiments experiments, CancellationToken cancellationToken) =>
        experiments.GetProfileExperimentsAsync(RouteIds.Read<ProfileId>("profile", profile), cancellationToken);
}
