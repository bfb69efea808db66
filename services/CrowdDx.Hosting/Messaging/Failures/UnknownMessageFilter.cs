using MassTransit;
using MassTransit.Middleware.Rescue;
using MassTransit.Transports;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>
/// A message that no consumer of its endpoint knows, such as one of a newer version, goes to <c>_error</c> as any other that failed, instead of to a queue of its own.
/// </summary>
internal sealed class UnknownMessageFilter : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        if (!context.TryGetPayload(out IErrorTransport? errors))
            throw new TransportException(context.InputAddress, "The endpoint has no queue for what failed.");
        await errors.Send(new RescueExceptionReceiveContext(context, new MessageNotConsumedException(context.InputAddress)));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("unknownMessage");
}
