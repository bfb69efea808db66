namespace CrowdDx.Cli.Input;

/// <summary>Files that a command is given.</summary>
internal static class InputFile
{
    /// <summary>Opens a file to read.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public static FileStream Open(string option, string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{option}: {exception.Message}");
        }
    }
}
