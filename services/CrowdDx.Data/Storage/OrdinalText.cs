using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Storage;

/// <summary>
/// Text is compared and sorted by its code points on every database, as <see cref="StringComparer.Ordinal"/> does. SQLite does so unasked; a server
/// goes by the language it was installed in, and SQL Server then takes <c>n:Sle</c> and <c>n:SLE</c> for the same key.
/// </summary>
internal static class OrdinalText
{
    public static void HaveOrdinalText(this ModelConfigurationBuilder configuration, string? providerName)
    {
        var collation = providerName switch
        {
            "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
            "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
            _ => null,
        };
        if (collation is null)
            return;
        configuration.Properties<string>().UseCollation(collation);
        configuration.Properties<IReadOnlyList<string>>().UseCollation(collation);
    }
}
