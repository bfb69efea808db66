using CrowdDx.Cli.Messages;
using CrowdDx.Cli.Recognize;
using CrowdDx.Cli.Replay;
using CrowdDx.Cli.Terminal;
using CrowdDx.Cli.Terminologies;

return await new CrowdDxTool("Tools for researchers and operators of a CrowdDx service.")
    .With(ReplayCommand.Create)
    .With(RecognizeCommand.Create)
    .With(MessagesCommand.Create)
    .With(TerminologyCommand.Create)
    .RunAsync(args);
