using System.Security.Cryptography;
using System.Text;

using CrowdDx.Accounts.Keys;

namespace CrowdDx.Accounts.Tests.Keys;

public sealed class ApiKeySecretTests
{
    [Fact]
    public void Key_ReadBack_GivesItsIdAndHash()
    {
        for (var i = 0; i < 200; i++)
        {
            var id = Guid.CreateVersion7();
            var (text, hash) = ApiKeySecret.Make(id);
            Assert.True(ApiKeySecret.TryRead(text, out var readId, out var readHash));
            Assert.Equal((id, Convert.ToHexString(hash)), (readId, Convert.ToHexString(readHash)));
        }
    }

    [Fact]
    public void Hash_OfAKey_IsThatOfItsSecretPartOnly()
    {
        var (text, hash) = ApiKeySecret.Make(Guid.CreateVersion7());
        var secret = text[^43..];
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), hash);
        Assert.DoesNotContain(secret, Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Keys_OfTheSameId_HaveDifferentSecrets()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => ApiKeySecret.Make(id).Text).Distinct().Count());
    }

    public static TheoryData<string> Malformed { get; } =
    [
        "", "cdx_", $"cdx_{new string('0', 32)}_", $"cdx_{new string('0', 32)}_{new string('a', 42)}", $"cdx_{new string('0', 32)}_{new string('a', 44)}",
        $"CDX_{new string('0', 32)}_{new string('a', 43)}", $"cdx_{new string('g', 32)}_{new string('a', 43)}", $"cdx_{new string('0', 32)}-{new string('a', 43)}",
        $"cdx-{new string('0', 32)}_{new string('a', 43)}",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Text_ThatIsNoKey_IsRefused(string text) => Assert.False(ApiKeySecret.TryRead(text, out _, out _));

    [Fact]
    public void Secret_WithOneCharacterChanged_HasAnotherHash()
    {
        var (text, hash) = ApiKeySecret.Make(Guid.CreateVersion7());
        var changed = text[..^1] + (text[^1] == 'A' ? 'B' : 'A');
        Assert.True(ApiKeySecret.TryRead(changed, out _, out var other));
        Assert.NotEqual(hash, other);
    }
}
