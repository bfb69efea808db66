using CrowdDx.Testing;
using CrowdDx.Testing.TransactSql;

namespace CrowdDx.Migrations.Tests.TransactSql;

/// <summary>
/// Every statement that the service would send to SQL Server is approved, and SQL Server's own parser reads what is approved. Where CROWDDX_RECORDED_TSQL
/// names a folder into which other tests have recorded (<see cref="StatementRecorder"/>), each of those statements is among the approved; with
/// CROWDDX_APPROVE_TSQL=1 they become what is approved.
/// </summary>
public sealed class ServiceStatementsTests
{
    private static readonly string Approved = Checkout.PathOf("tests/CrowdDx.Migrations.Tests/TransactSql/approved.sql");

    [Fact]
    public void Statements_OfTheService_AreApprovedAndReadAndNameWhatThereIs()
    {
        var recorded = Recorded().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (recorded.Count > 0 && Environment.GetEnvironmentVariable("CROWDDX_APPROVE_TSQL") == "1")
            File.WriteAllText(Approved, string.Concat(recorded.Select(statement => statement + StatementRecorder.Separator)));

        var approved = Read(Approved).ToList();
        Assert.InRange(approved.Count, 100, int.MaxValue);
        Assert.Equal(approved.Order(StringComparer.Ordinal), approved);
        Assert.Empty(recorded.Except(approved, StringComparer.Ordinal));
        using var db = Contexts.Of("SqlServer");
        var tables = Statements.TablesOf(db);
        Assert.Empty(approved.SelectMany(statement => Statements.Check(statement, tables).Select(wrong => $"{wrong}\n{statement}")));
    }

    private static IEnumerable<string> Recorded()
        => Environment.GetEnvironmentVariable("CROWDDX_RECORDED_TSQL") is { Length: > 0 } folder ? Directory.GetFiles(folder, "*.sql").SelectMany(Read) : [];

    private static string[] Read(string file) => File.ReadAllText(file).Split(StatementRecorder.Separator, StringSplitOptions.RemoveEmptyEntries);
}
