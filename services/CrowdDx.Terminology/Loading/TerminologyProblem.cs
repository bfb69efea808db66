namespace CrowdDx.Terminology.Loading;

/// <summary>Something wrong with a line of a terminology file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">1-based number of the line; 0 where the problem is the file's as a whole.</param>
/// <param name="Text">What is wrong.</param>
public sealed record TerminologyProblem(string File, int Line, string Text)
{
    /// <summary><c>file:line: what</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Text}" : $"{File}: {Text}";
}
