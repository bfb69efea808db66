using System.Collections;
using System.Linq.Expressions;
using CrowdDx.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace CrowdDx.Testing.TransactSql;

/// <summary>Translates a query of another provider's context for SQL Server.</summary>
internal static class ShadowQuery
{
    public static string Translate(Expression query)
    {
        using var shadow = SqlServerShadow.Open();
        var move = new Move(shadow.Model);
        var moved = move.Visit(query);
        var result = moved.Type.IsGenericType && moved.Type.IsAssignableTo(typeof(IQueryable)) ? typeof(IEnumerable<>).MakeGenericType(moved.Type.GetGenericArguments()[^1]) : moved.Type;
        var run = typeof(ShadowQuery).GetMethod(nameof(Run), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(result);
        return SqlServerShadow.TextOf(() => run.Invoke(null, [shadow, moved, move.Parameters]));
    }

    private static void Run<T>(CrowdDxDbContext shadow, Expression query, Dictionary<string, object?> parameters)
    {
        var executor = shadow.GetService<IQueryCompilationContextFactory>().Create(async: false).CreateQueryExecutor<T>(query);
        var context = shadow.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
            context.Parameters[name] = value;
        if (executor(context) is IEnumerable rows)
            _ = rows.Cast<object>().FirstOrDefault();
    }

    /// <summary>Puts the same tables of the other model into the query, and finds what parameters it has, each with some value of its type.</summary>
    private sealed class Move(IModel model) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = new(StringComparer.Ordinal);

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case EntityQueryRootExpression root when root.GetType() == typeof(EntityQueryRootExpression):
                    return new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = SomeOf(parameter.Type);
                    return parameter;
                default:
                    return base.VisitExtension(node);
            }
        }

        // Never null, which would be another statement; two of a list, so that it shows how many are sent.
        private static object? SomeOf(Type type)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            if (plain == typeof(string))
                return "x";
            if (plain == typeof(byte[]))
                return new byte[1];
            var element = plain.IsArray ? plain.GetElementType() : plain.IsGenericType && plain.IsAssignableTo(typeof(IEnumerable)) ? plain.GetGenericArguments()[0] : null;
            if (element is not null)
            {
                var list = Array.CreateInstance(element, 2);
                list.SetValue(SomeOf(element), 0);
                list.SetValue(SomeOf(element), 1);
                return plain.IsInstanceOfType(list) ? list : Activator.CreateInstance(plain, list);
            }
            return plain.IsValueType ? Activator.CreateInstance(plain) : null;
        }
    }
}
