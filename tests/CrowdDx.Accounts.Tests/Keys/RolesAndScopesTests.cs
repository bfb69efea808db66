using System.Net;

using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using CrowdDx.Testing;

namespace CrowdDx.Accounts.Tests.Keys;

/// <summary>A key does what it was made for, and never more than its holder may.</summary>
public sealed class RolesAndScopesTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Theory]
    [InlineData(AccountRoles.None, "")]
    [InlineData(AccountRoles.Student, "cases")]
    [InlineData(AccountRoles.Expert, "answers networks")]
    [InlineData(AccountRoles.Curator, "networks")]
    [InlineData(AccountRoles.Researcher, "research.read research.export")]
    [InlineData(AccountRoles.Operator, "networks operate")]
    [InlineData(AccountRoles.Student | AccountRoles.Expert, "cases answers networks")]
    public void Roles_AllowTheseScopes(AccountRoles roles, string scopes) => Assert.Equal(scopes, string.Join(' ', Scopes.Of(roles)));

    [Fact]
    public void Roles_Together_AllowWhatEachAllows()
    {
        for (var roles = 0; roles < 32; roles++)
        {
            var each = Enum.GetValues<AccountRoles>().Where(role => ((AccountRoles)roles & role) != AccountRoles.None).SelectMany(Scopes.Of).ToHashSet();
            Assert.Equal(each, Scopes.Of((AccountRoles)roles).ToHashSet());
            Assert.Subset(Scopes.All.ToHashSet(), each);
        }
    }

    [Fact]
    public async Task Key_OfOneScope_OpensOnlyThat()
    {
        var both = (await app.CreateAsync(1, "student", "expert"))[0];
        var made = await both.PostAsync("me/keys", new { name = "answers only", scopes = new[] { "answers" } }).ReadAsync(HttpStatusCode.Created);
        using var narrow = app.Anonymous();
        narrow.DefaultRequestHeaders.Authorization = new("Bearer", (string)made["key"]!);
        await narrow.GetAsync("/api/v1/inbox").ExpectAsync(HttpStatusCode.OK);
        await narrow.PostJsonAsync("/api/v1/cases", CrowdDxApplication.CaseBody()).ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Key_WithAScopeBeyondTheRoles_IsRefused()
    {
        var student = await app.StudentAsync();
        await student.PostAsync("me/keys", new { name = "too much", scopes = new[] { "operate" } }).ExpectAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Key_OfAHolderWhoLostTheRole_LosesItToo()
    {
        var expert = await app.ExpertAsync();
        await expert.GetAsync("inbox").ExpectAsync(HttpStatusCode.OK);
        await app.InDatabaseAsync(async db =>
        {
            (await db.Accounts.FindAsync(expert.Id))!.Roles = AccountRoles.Student;
            return await db.SaveChangesAsync();
        });
        await expert.GetAsync("inbox").ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Key_OnceRevoked_OpensNothing()
    {
        var student = await app.StudentAsync();
        var made = await student.PostAsync("me/keys", new { name = "second", scopes = new[] { "cases" } }).ReadAsync(HttpStatusCode.Created);
        using var second = app.Anonymous();
        second.DefaultRequestHeaders.Authorization = new("Bearer", (string)made["key"]!);
        await second.GetAsync("/api/v1/cases").ExpectAsync(HttpStatusCode.OK);
        await student.DeleteAsync($"me/keys/{(Guid)made["id"]!}").ExpectAsync(HttpStatusCode.NoContent);
        await second.GetAsync("/api/v1/cases").ExpectAsync(HttpStatusCode.Unauthorized);
    }
}
