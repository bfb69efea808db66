namespace CrowdDx.Deidentification;

/// <summary>A stretch of text that looks like an identifier under HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i).</summary>
/// <param name="Offset">Where it starts, in UTF-16 code units from the start of the text.</param>
/// <param name="Length">How long it is, in UTF-16 code units; at least 1.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="HipaaLetter">The paragraph of 45 CFR 164.514(b)(2)(i) that names it, <c>'A'</c> to <c>'R'</c>.</param>
/// <param name="Confidence">How likely it is an identifier, 0 to 1: an ordering, not a calibrated probability.</param>
/// <param name="Rule">The stable name of the rule that found it, such as <c>date.named</c>.</param>
/// <param name="Suggestion">What to write instead; screening it finds nothing.</param>
public sealed record Finding(int Offset, int Length, IdentifierKind Kind, char HipaaLetter, double Confidence, string Rule, string Suggestion);

/// <summary>What an identifier is, following the list in 45 CFR 164.514(b)(2)(i) as far as text can hold it.</summary>
public enum IdentifierKind
{
    /// <summary>(A) A person's name.</summary>
    Name,

    /// <summary>(B) A place smaller than a state.</summary>
    Place,

    /// <summary>(C) A date element more specific than the year.</summary>
    Date,

    /// <summary>(C) An age over 89.</summary>
    Age,

    /// <summary>(D) A telephone number.</summary>
    Telephone,

    /// <summary>(E) A fax number.</summary>
    Fax,

    /// <summary>(F) An e-mail address.</summary>
    Email,

    /// <summary>(G) A social security number.</summary>
    SocialSecurityNumber,

    /// <summary>(H) A medical record number, national patient numbers included.</summary>
    MedicalRecordNumber,

    /// <summary>(I) A health-plan beneficiary number.</summary>
    HealthPlanNumber,

    /// <summary>(J) An account number, payment cards included.</summary>
    AccountNumber,

    /// <summary>(K) A certificate or licence number, passports included.</summary>
    LicenceNumber,

    /// <summary>(L) A vehicle identifier or licence plate.</summary>
    VehicleIdentifier,

    /// <summary>(M) A device identifier or serial number.</summary>
    DeviceIdentifier,

    /// <summary>(N) A web address.</summary>
    Url,

    /// <summary>(O) An Internet Protocol address.</summary>
    IpAddress,

    /// <summary>(R) Any other unique identifying number or code.</summary>
    OtherIdentifier,
}

internal static class IdentifierKinds
{
    /// <summary>The paragraph of 45 CFR 164.514(b)(2)(i) that names this kind.</summary>
    public static char Letter(this IdentifierKind kind) => kind switch
    {
        IdentifierKind.Name => 'A',
        IdentifierKind.Place => 'B',
        IdentifierKind.Date => 'C',
        IdentifierKind.Age => 'C',
        IdentifierKind.Telephone => 'D',
        IdentifierKind.Fax => 'E',
        IdentifierKind.Email => 'F',
        IdentifierKind.SocialSecurityNumber => 'G',
        IdentifierKind.MedicalRecordNumber => 'H',
        IdentifierKind.HealthPlanNumber => 'I',
        IdentifierKind.AccountNumber => 'J',
        IdentifierKind.LicenceNumber => 'K',
        IdentifierKind.VehicleIdentifier => 'L',
        IdentifierKind.DeviceIdentifier => 'M',
        IdentifierKind.Url => 'N',
        IdentifierKind.IpAddress => 'O',
        IdentifierKind.OtherIdentifier => 'R',
    };
}
