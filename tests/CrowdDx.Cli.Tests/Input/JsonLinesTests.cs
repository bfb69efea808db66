using System.Text;
using System.Text.Json;

using CrowdDx.Cli.Input;

namespace CrowdDx.Cli.Tests.Input;

public sealed class JsonLinesTests
{
    private sealed record Item(string Name);

    [Theory]
    [InlineData("{\"Name\":\"a\"}\n{\"Name\":\"b\"}\n")]
    [InlineData("{\"Name\":\"a\"}\r\n{\"Name\":\"b\"}")]
    [InlineData("\uFEFF{\"Name\":\"a\"}\n{\"Name\":\"b\"}")]
    public async Task Lines_WhateverTheirEnds_AreRead(string text)
    {
        var read = await ReadAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal([(1, "a"), (2, "b")], read.Select(line => (line.Number, line.Value!.Name)));
    }

    [Fact]
    public async Task BlankLines_WhenThere_AreCountedAndSkipped() =>
        Assert.Equal(3, Assert.Single(await ReadAsync("\n  \n{\"Name\":\"a\"}\n\n"u8.ToArray())).Number);

    [Fact]
    public async Task WrongLine_WhenInTheMiddle_DoesNotStopReading()
    {
        var read = await ReadAsync([.. "{\"Name\":\"a\"}\n{\"Name\":\""u8, 0xFF, .. "\"}\n{\"Name\":\"c\"}"u8]);

        Assert.Equal([true, false, true], read.Select(line => line.Error is null));
        Assert.DoesNotContain("LineNumber", read[1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_WhenLongerThanAnyBuffer_IsRead()
    {
        var name = new string('x', 1_000_000);
        var read = await ReadAsync(Encoding.UTF8.GetBytes($$"""{"Name":"{{name}}"}"""));
        Assert.Equal(name, Assert.Single(read).Value!.Name);
    }

    private static async Task<List<JsonLine<Item>>> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await JsonLines.ReadAsync<Item>(stream, JsonSerializerOptions.Default, default).ToListAsync();
    }
}
