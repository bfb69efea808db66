using Microsoft.AspNetCore.Http;

namespace CrowdDx.Data.Requests;

/// <summary>Why a request was refused: an RFC 9457 problem before it meets HTTP. Slugs are listed in <c>docs/problems.md</c>.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Slug">Stable name; the problem's <c>type</c> is <c>/problems/{slug}</c>.</param>
/// <param name="Title">What is wrong, in a sentence.</param>
/// <param name="Detail">What to do about it.</param>
public sealed record Problem(int Status, string Slug, string Title, string? Detail = null)
{
    /// <summary>What is wrong with which field (JSON path without <c>$.</c>), where fields are to blame.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further members, such as findings.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What does not exist, or is not the caller's to see: the same answer for both.</summary>
    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "not-found", "There is no such thing here, or it is not yours to see.");

    /// <summary>Fields that break a rule.</summary>
    public static Problem Invalid(FieldErrors errors)
        => new(StatusCodes.Status400BadRequest, "invalid-request", "Some fields need attention.", "Correct the fields named in errors and send the request again.")
        {
            Errors = errors.ToDictionary(),
        };

    /// <summary>Somebody changed the same thing meanwhile.</summary>
    public static Problem Conflict { get; } = new(
        StatusCodes.Status409Conflict, "conflict", "This was changed meanwhile.", "Read it again, then repeat the change if it is still wanted.");

    /// <summary>The same problem for a request that holds the fields without a prefix.</summary>
    public Problem WithoutPrefix(string prefix)
        => this with
        {
            Errors = Errors?.ToDictionary(e => e.Key.StartsWith(prefix, StringComparison.Ordinal) ? e.Key[prefix.Length..] : e.Key, e => e.Value, StringComparer.Ordinal),
        };

    /// <summary>As an HTTP result.</summary>
    public IResult ToResult()
    {
        var extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>());
        if (Errors is not null)
            extensions["errors"] = Errors;
        return TypedResults.Problem(Detail, statusCode: Status, title: Title, type: $"/problems/{Slug}", extensions: extensions);
    }
}

/// <summary>What an operation gives back: the value asked for, or the problem that kept it from being made.</summary>
public readonly struct Reply<T> where T : class
{
    private Reply(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; null where there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null where there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>As an HTTP result: the problem, or what <paramref name="onValue"/> makes of the value.</summary>
    public IResult ToResult(Func<T, IResult> onValue) => Problem?.ToResult() ?? onValue(Value!);

    /// <summary>As an HTTP result: the problem, or 200 with the value.</summary>
    public IResult ToResult() => ToResult(value => TypedResults.Ok(value));

    /// <summary>The operation worked.</summary>
    public static implicit operator Reply<T>(T value) => new(value, null);

    /// <summary>The operation was refused.</summary>
    public static implicit operator Reply<T>(Problem problem) => new(null, problem);
}
