using Microsoft.Playwright;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>A page used with the keyboard alone. Every place that the focus comes to must show it, and be in sight.</summary>
internal sealed class Keys(IPage page)
{
    // More than the longest form has; who needs more has lost the way.
    private const int MostStops = 150;

    // The focused thing or one of its labels has an outline or a ring, and the thing (or, where it is only drawn by its label, the label) is on the screen.
    private const string Look =
        """
        () => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return { name: "", kind: "", seen: true };
          const shown = [focused, ...(focused.labels ?? [])];
          const ringed = shown.filter(e => {
            const style = getComputedStyle(e);
            return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
          });
          const inSight = ringed.some(e => {
            const box = e.getBoundingClientRect();
            return box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
          });
          const labels = [...(focused.labels ?? [])].map(label => label.innerText).join(" ");
          return { name: (focused.getAttribute("aria-label") ?? (labels || focused.innerText || "")).trim(), kind: focused.type ?? focused.localName, seen: focused.matches(":focus-visible") && inSight };
        }
        """;

    public async Task TypeAsync(string field, string text)
    {
        await TabToAsync(field, whole: false);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a choice of several and down to one of them with the arrows.</summary>
    public async Task ChooseAsync(string first, string wanted)
    {
        await TabToAsync(first, whole: false);
        await page.Keyboard.PressAsync("Space");
        for (var step = 0; step < MostStops && !(await page.EvaluateAsync<Focus>(Look)).Name.StartsWith(wanted, StringComparison.Ordinal); step++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.StartsWith(wanted, (await page.EvaluateAsync<Focus>(Look)).Name, StringComparison.Ordinal);
    }

    public async Task TickAsync(string box)
    {
        await TabToAsync(box, whole: false);
        await page.Keyboard.PressAsync("Space");
    }

    public async Task EnterAsync(string name)
    {
        await TabToAsync(name, whole: true);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Tab until the focus is on what is called so; what is given is the beginning of a label, or all of it.</summary>
    private async Task TabToAsync(string name, bool whole)
    {
        var passed = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<Focus>(Look);
            Assert.True(focus.Seen, $"The focus on {focus.Kind} '{focus.Name}' cannot be seen.");
            if (whole ? focus.Name == name : focus.Name.StartsWith(name, StringComparison.Ordinal))
                return;
            passed.Add($"{focus.Kind} '{focus.Name}'");
        }
        Assert.Fail($"{MostStops} times Tab did not come to '{name}'; it came to {string.Join(", ", passed)}.");
    }

    private sealed class Focus
    {
        public string Name { get; set; } = "";

        public string Kind { get; set; } = "";

        public bool Seen { get; set; }
    }
}
