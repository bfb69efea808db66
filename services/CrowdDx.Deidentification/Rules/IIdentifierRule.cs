namespace CrowdDx.Deidentification.Rules;

/// <summary>Finds one family of identifiers. A rule is pure, holds no state, and may report findings that overlap.</summary>
internal interface IIdentifierRule
{
    /// <summary>What the text holds of this family, in any order.</summary>
    IEnumerable<Finding> Find(string text);
}
