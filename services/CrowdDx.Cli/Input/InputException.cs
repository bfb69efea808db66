namespace CrowdDx.Cli.Input;

/// <summary>What a command was given is wrong. The message is for the person, and the command ends with exit code 2.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    private const int MostShown = 20;

    /// <summary>Everything that is wrong with a file, as <c>file:line: what</c>.</summary>
    public static InputException In(string file, IReadOnlyCollection<LineProblem> problems)
    {
        var shown = problems.OrderBy(problem => problem.Line).Take(MostShown).Select(problem => $"{file}:{problem.Line}: {problem.Text}");
        var more = problems.Count > MostShown ? $"{Environment.NewLine}… and {problems.Count - MostShown} more." : "";
        return new(string.Join(Environment.NewLine, shown) + more);
    }
}

/// <summary>Something wrong with a line of a file.</summary>
/// <param name="Line">1-based number of the line.</param>
/// <param name="Text">What is wrong, with the JSON path where there is one.</param>
internal sealed record LineProblem(int Line, string Text);
