using CrowdDx.Aggregation.Pooling;
using CrowdDx.Data.Accounts;
using CrowdDx.Testing;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Aggregation.Tests;

/// <summary>A stored case of an author that some experts have answered, each a minute after the one before.</summary>
internal sealed record Scene(Guid CaseId, Guid AuthorId, IReadOnlyList<Guid> Experts)
{
    private static readonly string[] Usual = ["flu", "tb"];

    public static async Task<Scene> StoreAsync(CrowdDxApplication app, int experts, params string[] groups)
    {
        var author = Seed.Account(Guid.CreateVersion7(), AccountRoles.Student);
        var people = Enumerable.Range(0, experts).Select(_ => Seed.Account(Guid.CreateVersion7())).ToList();
        await app.StoreAsync([author, .. people]);
        var scene = new Scene(Guid.CreateVersion7(), author.Id, [.. people.Select(person => person.Id)]);
        await scene.StoreCaseAsync(app, scene.CaseId, closed: false, groups);
        return scene;
    }

    /// <summary>Another case that the same experts have answered.</summary>
    public async Task<Guid> AnotherAsync(CrowdDxApplication app, bool closed = false)
    {
        var caseId = Guid.CreateVersion7();
        await StoreCaseAsync(app, caseId, closed, []);
        return caseId;
    }

    /// <summary>Pools a case as a message would have it pooled, but without one.</summary>
    public async Task PoolAsync(CrowdDxApplication app, Guid caseId)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PoolCase>().RunAsync(caseId, CancellationToken.None);
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Differentials.CountAsync(d => d.CaseId == caseId && d.Answers == Experts.Count)));
    }

    private async Task StoreCaseAsync(CrowdDxApplication app, Guid caseId, bool closed, string[] groups)
    {
        var posted = Seed.Case(caseId, AuthorId);
        if (closed)
            posted.Close(Seed.Then.AddDays(1));
        await app.StoreAsync(posted);
        await app.StoreAsync(Experts.Select((expert, i) => Seed.Answer(caseId, expert, Seed.Then.AddMinutes(i + 1), groups is [] ? Usual : groups)));
    }
}
