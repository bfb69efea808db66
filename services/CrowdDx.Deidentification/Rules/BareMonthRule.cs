namespace CrowdDx.Deidentification.Rules;

/// <summary>(C) A month without day or year, where a word before it says that it is one: "in March", "since early June", "last October".</summary>
internal sealed class BareMonthRule : IIdentifierRule
{
    private static readonly Pattern Month = new(
        $@"\b(in|since|until|till|by|during|from|before|after|(?<which>last|this|next|early|mid|late|(the )?(start|beginning|middle|end) of))[\s-]{{1,3}}(?<month>{Calendar.Month})\b(\s?(to|-|–|and|or|until)\s?({Calendar.Month})\b)?");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Month.Everywhere(text))
        {
            var month = match.Groups["month"];
            var (from, end) = (match.Groups["which"].Success ? match.Groups["which"].Index : month.Index, match.Index + match.Length);
            var next = Context.WordAfter(text, end);
            if (char.IsUpper(month.Value[0]) && !(month.Length <= 4 && month.Value.All(char.IsUpper) && month.Value != "JUNE" && month.Value != "JULY")
                && next is not ("fracture" or "fractures" or "haemoglobinuria" or "hemoglobinuria"))
                yield return Context.Found(from, end - from, IdentifierKind.Date, 0.7, "date.bare-month", "that month");
        }
    }
}
