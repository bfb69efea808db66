using System.Net;
using System.Net.Http.Headers;
using CrowdDx.Data;
using CrowdDx.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Benchmarks.Staging;

/// <summary>The real gateway in this process, on Kestrel at a loopback port of its own, with a SQLite file of its own on the disk of the temporary folder.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(CrowdDxApplication app, HttpClient http) => (App, Http) = (app, http);

    public CrowdDxApplication App { get; }

    /// <summary>Speaks to the port; connections are shared, the caller's key is put on each request.</summary>
    public HttpClient Http { get; }

    public static Stage Start(Action<CrowdDxApplication>? configure = null)
    {
        // The gateway's settings lie beside this program, wherever it was started from.
        var app = new CrowdDxApplication().With("environment", "Production").With("contentRoot", AppContext.BaseDirectory);
        configure?.Invoke(app);
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app.StartServer();
        var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.ClientOptions.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        return new(app, http);
    }

    /// <summary>A request of a person; the path is below the API's root.</summary>
    public static HttpRequestMessage Request(HttpMethod method, string path, string key, object? body = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (body is not null)
            request.Content = Json.Content(body);
        return request;
    }

    /// <summary>Sends it and reads the answer to its end; throws where it was refused.</summary>
    public async Task<string> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
        }
    }

    /// <summary>The service's own context, for what a benchmark puts there without HTTP.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, CrowdDxDbContext, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>());
    }

    /// <summary>A file of the same schema and rows, for a floor.</summary>
    public FloorFile CopyDatabase()
    {
        var file = App.DatabaseFile + ".floor";
        using (var from = new SqliteConnection($"Data Source={App.DatabaseFile};Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }
        return new(file);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }
}
