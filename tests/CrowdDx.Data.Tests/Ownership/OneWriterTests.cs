using System.Reflection;
using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Tests.Ownership;

/// <summary>Each table is written by its owner, as the summary of its set says; read from the sources, since any query could be made to write.</summary>
public sealed partial class OneWriterTests
{
    private static readonly string Root = FindRoot(new(AppContext.BaseDirectory));

    private static readonly Dictionary<string, string> OwnerOf = Owner().Matches(File.ReadAllText(Path.Combine(Root, "services/CrowdDx.Data/CrowdDxDbContext.cs")))
        .ToDictionary(match => match.Groups["set"].Value, match => match.Groups["owner"].Value, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> SetOfEntity = typeof(CrowdDxDbContext).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .ToDictionary(property => property.PropertyType.GetGenericArguments()[0].Name, property => property.Name, StringComparer.Ordinal);

    [Fact]
    public void EverySet_NamesItsOwner() => Assert.Equal(SetOfEntity.Values.Order(), OwnerOf.Keys.Order());

    [Fact]
    public void Tables_AreWrittenByTheirOwnersOnly()
    {
        var violations = Directory.EnumerateDirectories(Path.Combine(Root, "services"))
            .Append(Path.Combine(Root, "gateway", "CrowdDx.Gateway"))
            .Where(folder => !folder.EndsWith("CrowdDx.Data", StringComparison.Ordinal) && !folder.Contains("CrowdDx.Migrations", StringComparison.Ordinal))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                .SelectMany(path => ViolationsOf(Path.GetFileName(folder)["CrowdDx.".Length..], File.ReadAllText(path)).Select(what => $"{Path.GetRelativePath(Root, path)}: {what}")))
            .ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Theory]
    [InlineData("Accounts", "db.Accounts.Add(account);", true)]
    [InlineData("Cases", "db.Accounts.Add(account);", false)]
    [InlineData("Cases", "_db.Invitations\n    .Where(i => db.Answers.Any(a => a.CaseId == i.CaseId))\n    .ExecuteDeleteAsync(token);", false)]
    [InlineData("FanOut", "_db.Invitations\n    .Where(i => db.Answers.Any(a => a.CaseId == i.CaseId))\n    .ExecuteDeleteAsync(token);", true)]
    [InlineData("FanOut", "db.Answers.Where(a => a.Late).ExecuteUpdateAsync(a => a.SetProperty(x => x.Late, true), token)", false)]
    [InlineData("FanOut", "INSERT INTO \"Invitations\" (\"CaseId\") SELECT", true)]
    [InlineData("Aggregation", "INSERT INTO \"Invitations\" (\"CaseId\") SELECT", false)]
    [InlineData("Aggregation", "UPDATE \"ClinicalCases\" SET", false)]
    [InlineData("Aggregation", "DELETE FROM \"Memberships\"", false)]
    [InlineData("Aggregation", "db.Add(new Invitation { })", false)]
    [InlineData("Aggregation", "db.Set<Membership>().RemoveRange(all)", false)]
    [InlineData("FanOut", "db.OutboxMessages.Add(new())", false)]
    [InlineData("FanOut", "db.Announce(message); db.Audit(\"x\", null);", true)]
    [InlineData("Cases", "var n = await db.Accounts.CountAsync(token); db.ClinicalCases.Add(own);", true)]
    public void Rule_KnowsAWriteWhenItSeesOne(string area, string code, bool allowed) => Assert.Equal(allowed, !ViolationsOf(area, code).Any());

    private static IEnumerable<string> ViolationsOf(string area, string code)
        => WritesOf(code).Where(set => OwnerOf.TryGetValue(set, out var owner) && owner != area).Select(set => $"{area} writes {set}, which {OwnerOf[set]} owns.");

    private static IEnumerable<string> WritesOf(string code)
    {
        foreach (Match match in Sql().Matches(code))
            yield return match.Groups["set"].Value;
        foreach (Match match in Untyped().Matches(code))
            yield return SetOfEntity.GetValueOrDefault(match.Groups["entity"].Value, "");
        foreach (Match match in Chain().Matches(code))
        {
            if (Write().IsMatch(OuterCallsOf(code, match.Index + match.Length)))
                yield return match.Groups["set"].Success ? match.Groups["set"].Value : SetOfEntity.GetValueOrDefault(match.Groups["entity"].Value, "");
        }
    }

    /// <summary>The calls that follow on the set itself, without what stands in their parentheses.</summary>
    private static string OuterCallsOf(string code, int from)
    {
        var depth = 0;
        var calls = new System.Text.StringBuilder();
        for (var i = from; i < code.Length; i++)
        {
            var c = code[i];
            if (c is ')' or ']' or '}' && --depth < 0)
                break;
            if (depth == 0 && c is ';' or ',')
                break;
            if (depth == 0)
                calls.Append(c);
            if (c is '(' or '[' or '{')
                depth++;
        }
        return calls.ToString();
    }

    private static string FindRoot(DirectoryInfo folder)
        => File.Exists(Path.Combine(folder.FullName, "CrowdDx.sln")) ? folder.FullName : FindRoot(folder.Parent ?? throw new InvalidOperationException("No CrowdDx.sln above."));

    [GeneratedRegex("""Owner: (?<owner>\w+)[^\n]*\n\s*public DbSet<\w+> (?<set>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Owner();

    [GeneratedRegex("""(INSERT INTO|UPDATE|DELETE FROM|MERGE INTO) "(?<set>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex("""\b_?db\.(Add|AddAsync|Remove|Update|Attach)\(\s*new (?<entity>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Untyped();

    [GeneratedRegex("""\b_?db\s*\.(Set<(?<entity>\w+)>\(\)|(?<set>[A-Z]\w+)\b(?![(<]))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chain();

    [GeneratedRegex("""\.(Add|AddAsync|AddRange|AddRangeAsync|Remove|RemoveRange|Update|UpdateRange|Attach|AttachRange|ExecuteUpdate(Async)?|ExecuteDelete(Async)?)\(""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Write();
}
