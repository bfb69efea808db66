using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrowdDx.Data.Storage;

/// <summary>Stores an instant as UTC ticks (100 ns since 0001-01-01), which sorts and compares alike on every database.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
