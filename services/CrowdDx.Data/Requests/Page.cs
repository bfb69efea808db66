using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CrowdDx.Data.Requests;

/// <summary>A place in a list that is ordered by an instant and then by an id: opaque to clients.</summary>
/// <param name="At">The instant of the last item seen.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Cursor(DateTimeOffset At, Guid Id)
{
    /// <summary>Most items of a page.</summary>
    public const int MostItems = 200;

    /// <summary>Items of a page where the client does not say.</summary>
    public const int UsualItems = 50;

    /// <summary>Reads a cursor that a page gave out; false where it is none.</summary>
    public static bool TryParse(string? text, out Cursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
            return true;
        Span<byte> bytes = stackalloc byte[24];
        // Not TryDecodeFromChars, which throws where a character is none of the alphabet.
        if (text.Length != 32 || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done || written != 24)
            return false;
        var ticks = MemoryMarshal.Read<long>(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
            return false;
        cursor = new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..]));
        return true;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[24];
        MemoryMarshal.Write(bytes, At.UtcTicks);
        Id.TryWriteBytes(bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Cursor of the next page; null on the last. Also given as <c>Link: rel="next"</c>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts a page out of one item more than it holds.</summary>
    public static Page<T> Of(List<T> fetched, int limit, Func<T, Cursor> cursorOf)
    {
        if (fetched.Count <= limit)
            return new(fetched, null);
        fetched.RemoveRange(limit, fetched.Count - limit);
        return new(fetched, cursorOf(fetched[^1]).ToString());
    }

    /// <summary>As an HTTP result with its <c>Link</c> header (RFC 8288).</summary>
    public IResult ToResult(HttpContext http)
    {
        if (Next is not null)
        {
            var query = QueryString.Create(http.Request.Query.Where(p => !p.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))).Add("cursor", Next);
            http.Response.Headers.Link = $"<{http.Request.PathBase}{http.Request.Path}{query}>; rel=\"next\"";
        }
        return TypedResults.Ok(this);
    }
}

/// <summary>Which page a client asks for.</summary>
/// <param name="Cursor"><c>next</c> of the page before; none for the first.</param>
/// <param name="Limit">Items wanted, 1–200; 50 where missing.</param>
public sealed record PageRequest([FromQuery(Name = "cursor")] string? Cursor, [FromQuery(Name = "limit")] int? Limit)
{
    /// <summary>Reads the request; a problem where it is malformed.</summary>
    public Problem? Read(out Cursor? after, out int limit)
    {
        limit = Limit ?? Requests.Cursor.UsualItems;
        var errors = new FieldErrors();
        if (!Requests.Cursor.TryParse(Cursor, out after))
            errors.Add("cursor", "Use the next value of the page before, or leave it out.");
        if (limit is < 1 or > Requests.Cursor.MostItems)
            errors.Add("limit", $"Use 1 to {Requests.Cursor.MostItems}.");
        return errors.None ? null : Problem.Invalid(errors);
    }
}
