using System.Diagnostics;
using OpenTelemetry;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>
/// Takes from a span, before it is sent, what whoever sent the request chose to write: its path and query, where phrases and tokens can stand, the name of the
/// browser, and the words of an exception. The route, the status and the exception's type say enough.
/// </summary>
internal sealed class TextFreeSpans : BaseProcessor<Activity>
{
    private static readonly string[] Written = ["url.path", "url.query", "url.full", "user_agent.original", "http.request.method_original"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Written)
            data.SetTag(tag, value: null);
        if (data.Status == ActivityStatusCode.Error)
            data.SetStatus(ActivityStatusCode.Error);
    }
}
