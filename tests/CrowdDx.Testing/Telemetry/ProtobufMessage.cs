using System.Text;

namespace CrowdDx.Testing.Telemetry;

/// <summary>The fields of a protobuf message, read without its definition (protobuf.dev, "Encoding").</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtobufMessage(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = Varint(ref message);
            var length = (key & 7) switch
            {
                0 => Length(message),
                1 => 8,
                2 => (int)Varint(ref message),
                5 => 4,
                var type => throw new FormatException($"Wire type {type}."),
            };
            _fields.Add(((int)(key >> 3), message[..length]));
            message = message[length..];
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int field) => _fields.Where(f => f.Field == field).Select(f => new ProtobufMessage(f.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    private ReadOnlyMemory<byte> Bytes(int field) => _fields.FirstOrDefault(f => f.Field == field).Bytes;

    private static int Length(ReadOnlyMemory<byte> varint)
    {
        var length = 1;
        while ((varint.Span[length - 1] & 0x80) != 0)
            length++;
        return length;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        var length = Length(bytes);
        ulong value = 0;
        for (var i = 0; i < length; i++)
            value |= (ulong)(bytes.Span[i] & 0x7F) << (7 * i);
        bytes = bytes[length..];
        return value;
    }
}
