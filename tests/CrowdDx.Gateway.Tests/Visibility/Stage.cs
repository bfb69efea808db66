using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Visibility;

[CollectionDefinition(Name)]
public sealed class Stage : ICollectionFixture<Stage>, IAsyncLifetime
{
    public const string Name = "visibility";

    /// <summary>Who takes part: the people of two sides that have nothing in common, and those on neither.</summary>
    public static readonly string[] Roles =
    [
        "anonymous", "author", "answered", "blind", "curator", "otherStudent", "uninvitedExpert", "otherCurator", "researcher", "operator", "operatorWithReason",
    ];

    private Person? _researcher;
    private Person? _operator;

    public CrowdDxApplication App { get; } = new();

    public Side A { get; private set; } = null!;

    public Side B { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        A = await Side.CreateAsync(App);
        B = await Side.CreateAsync(App);
        _researcher = (await App.CreateAsync(1, "researcher"))[0];
        // Not the first operator, who curates whatever has no other curator.
        _operator = (await App.CreateAsync(1, "operator"))[0];
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The person who plays a part; null for anonymous.</summary>
    public Person? Player(string part)
        => part switch
        {
            "anonymous" => null,
            "author" => A.Author,
            "answered" => A.Answered,
            "blind" => A.Blind,
            "curator" => A.Curator,
            "otherStudent" => B.Author,
            "uninvitedExpert" => B.Answered,
            "otherCurator" => B.Curator,
            "researcher" => _researcher,
            "operator" or "operatorWithReason" => _operator,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };

    public static string RoleOf(string part)
        => part switch
        {
            "author" or "otherStudent" => "student",
            "answered" or "blind" or "uninvitedExpert" => "expert",
            "curator" or "otherCurator" => "curator",
            "operatorWithReason" => "operator",
            _ => part,
        };

    /// <summary>How a part stands to what belongs to a side.</summary>
    public string StandingOf(string part, Side side)
    {
        var home = side.Author == A.Author;
        return part switch
        {
            "author" or "answered" or "blind" or "curator" => home ? part : RoleOf(part) == "curator" ? "otherCurator" : RoleOf(part),
            "otherStudent" => home ? "student" : "author",
            "uninvitedExpert" => home ? "expert" : "answered",
            "otherCurator" => home ? "otherCurator" : "curator",
            "operatorWithReason" => "reasoned",
            _ => part,
        };
    }
}
