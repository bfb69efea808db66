namespace CrowdDx.Deidentification.Rules;

/// <summary>(F) E-mail addresses, plain and as "name (at) host (dot) org".</summary>
internal sealed class EmailRule : IIdentifierRule
{
    private static readonly Pattern Plain = new(@"[\w.!#$%&'*+/=?^`{|}~-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,24}");
    private static readonly Pattern Spelt = new(
        @"\b[\w.+-]{1,64}\s?[\[({<]\s?at\s?[\])}>]\s?[\p{L}\d-]{1,63}(\s?(\.|[\[({<]\s?(dot|punkt)\s?[\])}>])\s?[\p{L}\d-]{1,63}){1,4}\b");

    public IEnumerable<Finding> Find(string text) =>
        Plain.In(text).Select(match => Context.Found(match, IdentifierKind.Email, 0.99, "email", "[e-mail]"))
            .Concat(Spelt.In(text).Select(match => Context.Found(match, IdentifierKind.Email, 0.9, "email.spelt", "[e-mail]")));
}
