using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Orleans.Personalize.Gateway.Problems;

/// <summary>Makes every refusal and failure a problem document (RFC 9457), the router's own 404, 405 and 415 included.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
                await AnswerAsync(context, context.Response.StatusCode, null, ReasonFor(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await AnswerAsync(context, exception);
        }
    }

    /// <summary>Whether an error says that the request is wrong, and not the service.</summary>
    public static bool IsCallersFault(Exception error) => error is ProblemException or InvalidRequestException or UnknownProfileException or UnknownTitleException
        or UnknownRuleException or UnknownExperimentException or UnknownModelException or PageGoneException or ModelRefusedException or BadHttpRequestException;

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case ProblemException e:
                return AnswerAsync(context, e.Status, e.Field, e.Message, e.Position);
            case InvalidRequestException e:
                return AnswerAsync(context, StatusCodes.Status400BadRequest, e.Field, e.Reason ?? e.Message);
            case UnknownProfileException e:
                return AnswerAsync(context, StatusCodes.Status404NotFound, "profile", e.Message);
            case UnknownTitleException e:
                return AnswerAsync(context, StatusCodes.Status404NotFound, "title", e.Message);
            case UnknownRuleException e:
                return AnswerAsync(context, StatusCodes.Status404NotFound, "rule", e.Message);
            case UnknownExperimentException e:
                return AnswerAsync(context, StatusCodes.Status404NotFound, "experiment", e.Message);
            case UnknownModelException e:
                return AnswerAsync(context, StatusCodes.Status404NotFound, "version", e.Message);
            case PageGoneException e:
                return AnswerAsync(context, StatusCodes.Status410Gone, "after", e.Message);
            case ModelRefusedException e:
                return AnswerAsync(context, StatusCodes.Status409Conflict, "version", e.Message);
            case BadHttpRequestException e:
                return AnswerAsync(context, e.StatusCode, null, e.Message);
            case UnavailableException e:
                Unavailable(logger, context.Request.Path, e.Message, e.InnerException?.Message ?? "");
                return AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, null, e.Message);
            default:
                Failed(logger, exception, context.Request.Path);
                return AnswerAsync(context, StatusCodes.Status500InternalServerError, null, "the request failed here; it is no fault of yours");
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string? field, string reason, (long Line, long Column)? position = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = field is null ? reason : $"{field}: {reason}",
        };
        if (field is not null)
            problem.Extensions["field"] = field;
        problem.Extensions["reason"] = reason;
        if (position is { } at)
        {
            problem.Extensions["line"] = at.Line;
            problem.Extensions["column"] = at.Column;
        }

        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        ProblemHttpResult result = TypedResults.Problem(problem);
        return result.ExecuteAsync(context);
    }

    private static string ReasonFor(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"there is nothing at '{context.Request.Path}'",
        StatusCodes.Status405MethodNotAllowed =>
            $"'{context.Request.Path}' does not take {context.Request.Method}, only {context.Response.Headers.Allow}",
        StatusCodes.Status415UnsupportedMediaType => "the body must be application/json",
        var status => ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant(),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The request to {Path} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string path);

    // Without the stack: where many requests fail, writing it down would take the processors from those that need not.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The service could not answer {Path}: {Reason} ({Cause})")]
    private static partial void Unavailable(ILogger logger, string path, string reason, string cause);
}
