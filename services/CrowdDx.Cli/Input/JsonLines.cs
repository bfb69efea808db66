using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CrowdDx.Cli.Input;

/// <summary>A line of a JSONL file: what it says, or what is wrong with it.</summary>
/// <param name="Number">1-based; blank lines are counted too.</param>
/// <param name="Value">What it says.</param>
/// <param name="Error">What is wrong; null where nothing is.</param>
internal sealed record JsonLine<T>(int Number, T? Value, string? Error) where T : class;

/// <summary>Reads JSONL (one JSON object to a line, UTF-8, lines end with LF or CRLF) of any length, line by line.</summary>
internal static class JsonLines
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the lines that are not blank. A line that cannot be read is returned with its error, and reading goes on.</summary>
    public static async IAsyncEnumerable<JsonLine<T>> ReadAsync<T>(
        Stream stream, JsonSerializerOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var number = 0;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, read.IsCompleted, out var bytes))
            {
                number++;
                var text = Trim(bytes, first: number == 1);
                if (!text.IsEmpty)
                    yield return Parse<T>(number, text.Span, options);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
                break;
        }

        await reader.CompleteAsync();
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool last, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!last || rest.IsEmpty)
            return false;
        rest = rest.Slice(rest.End);
        return true;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlySequence<byte> line, bool first)
    {
        ReadOnlyMemory<byte> bytes = line.ToArray();
        if (first && bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        return bytes.Trim(" \t\r"u8);
    }

    private static JsonLine<T> Parse<T>(int number, ReadOnlySpan<byte> text, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options) is { } value ? new(number, value, null) : new(number, null, "a JSON object is wanted, not null");
        }
        catch (JsonException exception)
        {
            return new(number, null, Say(exception));
        }
    }

    /// <summary>The serializer's words without its types, and without its line number, which counts within the line.</summary>
    private static string Say(JsonException exception)
    {
        var said = Plain(exception.Message);
        var place = exception.BytePositionInLine is { } position ? $" (byte {position + 1})" : "";
        return exception.Path is { Length: > 1 } path ? $"{path}: {said}{place}" : $"{said}{place}";
    }

    private static string Plain(string message)
    {
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
            return "there is no such member";
        if (message.Contains("could not be converted", StringComparison.Ordinal))
            return "not the kind of value that is wanted here";
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end < 0)
            end = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
