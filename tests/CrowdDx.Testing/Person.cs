using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CrowdDx.Testing;

/// <summary>An account and an HTTP client that carries its API key.</summary>
public sealed record Person(Guid Id, string Name, string Key, HttpClient Http)
{
    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(Api(path));

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => Http.PostJsonAsync(Api(path), body ?? new { });

    public Task<HttpResponseMessage> PutAsync(string path, object? body = null) => Http.PutAsync(Api(path), Json.Content(body ?? new { }));

    public Task<HttpResponseMessage> PatchAsync(string path, object? body = null) => Http.PatchAsync(Api(path), Json.Content(body ?? new { }));

    public Task<HttpResponseMessage> DeleteAsync(string path) => Http.DeleteAsync(Api(path));

    /// <summary>The same person at another address.</summary>
    public Person At(string url) => Of(new() { BaseAddress = new(url) }, Id, Name, Key);

    /// <summary>The JSON at a path; fails with the body where the status is not 200.</summary>
    public Task<JsonNode> ReadAsync(string path) => GetAsync(path).ReadAsync(HttpStatusCode.OK);

    private static string Api(string path) => path.StartsWith("/api", StringComparison.Ordinal) ? path : $"/api/v1/{path}";

    internal static Person Of(HttpClient http, Guid id, string name, string key)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new(id, name, key, http);
    }
}
