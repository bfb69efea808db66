using CrowdDx.Screenshots;
using Microsoft.Playwright;

if (args is not [var folder, var studentLink, var expertLink, var curatorLink, .. var rest])
{
    Console.Error.WriteLine("Usage: CrowdDx.Screenshots FOLDER STUDENT-LINK EXPERT-LINK CURATOR-LINK [--readme]; build/screenshots.sh starts a demonstration and knows the links.");
    return 1;
}

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
var student = await Visitor.FollowAsync(browser, studentLink);
var expert = await Visitor.FollowAsync(browser, expertLink);
var curator = await Visitor.FollowAsync(browser, curatorLink);
var tour = new Tour(browser, new Camera(browser, folder), student, expert, curator);
await (rest.Contains("--readme") ? tour.TakeForReadmeAsync() : tour.TakeAllAsync());
return 0;
