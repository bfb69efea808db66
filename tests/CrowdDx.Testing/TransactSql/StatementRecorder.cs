using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrowdDx.Testing.TransactSql;

/// <summary>
/// Writes down each statement that SQL Server would get for what the service does while tests run on another database: queries and changes are
/// translated anew, set-based statements are the same text on each. What tests ask the database themselves is left out.
/// The variable <c>CROWDDX_RECORD_TSQL</c> names the folder to write to.
/// </summary>
public sealed class StatementRecorder : SaveChangesInterceptor, IQueryExpressionInterceptor, IDbCommandInterceptor
{
    /// <summary>Separates statements in a file.</summary>
    public const string Separator = "\nGO\n";

    private const string Variable = "CROWDDX_RECORD_TSQL";

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly string _file;

    private StatementRecorder(string folder)
    {
        Directory.CreateDirectory(folder);
        _file = Path.Combine(folder, $"{Guid.CreateVersion7():N}.sql");
    }

    /// <summary>The one recorder of this process; null where no folder is named. One for all contexts, so that they share compiled queries.</summary>
    public static StatementRecorder? Instance { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? new(folder) : null;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (IsAskedByService())
            Record(queryExpression.ToString(), () => ShadowQuery.Translate(queryExpression));
        return queryExpression;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        RecordChanges(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        RecordChanges(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.ExecuteSqlRaw && IsAskedByService())
            Record(command.CommandText, () => command.CommandText);
        return ValueTask.FromResult(result);
    }

    private void RecordChanges(DbContext context)
    {
        if (!IsAskedByService())
            return;
        foreach (var row in context.ChangeTracker.Entries().Where(row => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
            Record(ShadowSave.ShapeOf(row), () => ShadowSave.Translate(row));
    }

    private void Record(string shape, Func<string> translate)
    {
        if (!_seen.TryAdd(shape, value: true))
            return;
        lock (_lock)
        {
            string text;
            try
            {
                text = translate();
            }
            catch (Exception exception)
            {
                text = $"-- Not translated: {shape}\n{exception.GetBaseException().Message}";
            }
            File.AppendAllText(_file, text.ReplaceLineEndings("\n").Trim() + Separator);
        }
    }

    // The nearest of our own code says whose it is: a test's, or SQLite's alone; the framework's, such as Identity's, works for the service.
    private static bool IsAskedByService()
    {
        var nearest = new StackTrace().GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType)
            .FirstOrDefault(type => type is { Namespace: { } space } && space.StartsWith("CrowdDx.", StringComparison.Ordinal) && space != typeof(StatementRecorder).Namespace);
        return nearest?.FullName is not { } name
            || !(nearest.Assembly.GetName().Name is "CrowdDx.Testing" or "CrowdDx.Benchmarks" || nearest.Assembly.GetName().Name!.EndsWith(".Tests", StringComparison.Ordinal)
                || name.Contains(".Sqlite", StringComparison.Ordinal));
    }
}
