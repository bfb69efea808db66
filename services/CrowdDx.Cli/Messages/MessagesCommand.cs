using System.CommandLine;
using System.Text.Json;

using CrowdDx.Cli.Input;
using CrowdDx.Cli.Service;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Messages;

/// <summary><c>crowddx messages</c>: lists what could not be consumed, shows one, gives them back.</summary>
internal static class MessagesCommand
{
    private static readonly JsonSerializerOptions Indented = new(ServiceClient.Json) { WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create() => new("messages", "Messages that could not be consumed. Wants an operator's key with the scope operate.") { List(), Show(), Replay() };

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Write the result as JSON." };
        var command = new Command("list", "List them, oldest first within a queue; their bodies are never shown.") { json };
        return Act(command, async (api, parsed, output, cancellationToken) =>
        {
            var failed = (await api.ListAsync(cancellationToken)).OrThrow("Listing the messages");
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(failed, Indented));
                return ExitCode.Done;
            }
            foreach (var message in failed.Items)
                await output.WriteLineAsync(message.Line());
            await output.WriteLineAsync($"{failed.Total:N0} failed{(failed.Items.Count < failed.Total ? $", {failed.Items.Count:N0} shown" : "")}.");
            return ExitCode.Done;
        });
    }

    private static Command Show()
    {
        var id = new Argument<Guid>("message") { Description = "The message's id." };
        var command = new Command("show", "Show one message: what is known of its failure, and the ids that it carries.") { id };
        return Act(command, async (api, parsed, output, cancellationToken) =>
        {
            foreach (var message in (await api.GetAsync(parsed.GetRequiredValue(id), cancellationToken)).OrThrow("Looking for the message"))
                await output.WriteLineAsync(string.Join(Environment.NewLine, message.Lines()));
            return ExitCode.Done;
        });
    }

    private static Command Replay()
    {
        var ids = new Argument<Guid[]>("message") { Description = "Ids of messages.", Arity = ArgumentArity.ZeroOrMore };
        var queue = new Option<string?>("--queue") { Description = "Give back all that failed at this queue." };
        var command = new Command("replay", "Give messages back to the queue where they failed. It is noted in the audit trail; repeating is harmless.") { ids, queue };
        return Act(command, async (api, parsed, output, cancellationToken) =>
        {
            var wanted = parsed.GetValue(ids) is { Length: > 0 } named ? named : null;
            if (wanted is null && parsed.GetValue(queue) is null)
                throw new InputException("Name messages by id, or a queue with --queue.");
            var moved = (await api.ReplayAsync(wanted, parsed.GetValue(queue), cancellationToken)).OrThrow("Giving messages back");
            foreach (var message in moved.Items)
                await output.WriteLineAsync(message.Line());
            var missing = (wanted ?? []).Except(moved.Items.Select(message => message.MessageId ?? default)).ToList();
            foreach (var id in missing)
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"{id} is not among the messages that failed.");
            await output.WriteLineAsync($"{moved.Items.Count:N0} given back.");
            return missing.Count == 0 ? ExitCode.Done : ExitCode.Errors;
        });
    }

    private static Command Act(Command command, Func<MessagesApi, ParseResult, TextWriter, CancellationToken, Task<int>> run)
    {
        var service = new ServiceOptions();
        service.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var http = ServiceOptions.Http(service.Url(parsed), connections: 1);
            var api = new MessagesApi(new(http, TimeProvider.System, parsed.InvocationConfiguration.Error.WriteLine), service.Key(parsed));
            return await run(api, parsed, parsed.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }
}
