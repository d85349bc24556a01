using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Gateway.Readiness;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_the_service_is_in_trouble
{
    [Fact]
    public async Task Unavailable_is_said_with_when_to_come_again()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Personalizer.Failure = new UnavailableException("the disk is full");
        var answer = await host.GetAsync("/v1/profiles/ann/home");
        answer.IsProblem(503, null, "the disk is full");
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_unforeseen_failure_tells_nothing_of_its_inside()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Personalizer.Failure = new InvalidDataException("secret path");
        var answer = await host.GetAsync("/v1/profiles/ann/home");
        answer.IsProblem(500, null, "failed");
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidData", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_alive_but_not_ready()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("""{"status":"alive"}""", (await host.GetAsync("/healthz")).Text);
        Assert.Equal("""{"status":"ready"}""", (await host.GetAsync("/readyz")).Text);
        host.Personalizer.Failure = new UnavailableException("no model yet");
        Assert.Equal(200, (await host.GetAsync("/healthz")).Status);
        (await host.GetAsync("/readyz")).IsProblem(503, null, "no model yet");
    }

    [Fact]
    public async Task The_hosts_own_readiness_decides_where_there_is_one()
    {
        await using var host = await GatewayHost.StartAsync(services: s => s.AddSingleton<IReadiness, Warming>());
        (await host.GetAsync("/readyz")).IsProblem(503, null, "the model is being loaded");
    }

    [Fact]
    public async Task One_call_too_many_is_turned_away()
    {
        await using var host = await GatewayHost.StartAsync(o => o.MaxConcurrentCalls = 1);
        var gate = new TaskCompletionSource();
        host.Personalizer.Gate = gate.Task;
        var first = host.GetAsync("/v1/model");
        await host.Personalizer.Entered.Task;
        (await host.GetAsync("/v1/model")).IsProblem(503, null, "too many calls");
        gate.SetResult();
        Assert.Equal(200, (await first).Status);
        Assert.Equal(200, (await host.GetAsync("/v1/model")).Status);
    }

    [Fact]
    public async Task Events_that_wait_for_the_storage_leave_room_for_pages()
    {
        await using var host = await GatewayHost.StartAsync(o => o.MaxConcurrentCalls = 2);
        var gate = new TaskCompletionSource();
        host.Personalizer.Gate = gate.Task;
        var first = host.PostAsync("/v1/events", Paused("a"));
        await host.Personalizer.Entered.Task;
        (await host.PostAsync("/v1/events", Paused("b"))).IsProblem(503, null, "too many calls");
        host.Personalizer.Gate = Task.CompletedTask;
        Assert.Equal(200, (await host.GetAsync("/v1/model")).Status);
        gate.SetResult();
        Assert.Equal(200, (await first).Status);
    }

    private static string Paused(string id) =>
        $$"""{"type":"playPaused","id":"{{id}}","profile":"ann","time":"2026-05-15T18:30:00Z","title":"harbour-lights","positionSeconds":9,"durationSeconds":90}""";

    private sealed class Warming : IReadiness
    {
        public Task<string?> WhatIsMissingAsync(CancellationToken cancellationToken = default) => Task.FromResult<string?>("the model is being loaded");
    }
}
