namespace CrowdDx.Deidentification.Tests;

/// <summary>Each row is a text, the one identifier in it, its HIPAA letter and what the text reads like once redacted.</summary>
public class FindingIdentifiersTests
{
    [Theory]
    [InlineData("Write to jane.doe+x@mail.example.co.uk.", "jane.doe+x@mail.example.co.uk", "Write to [e-mail].")]
    [InlineData("(o'neil_3@ward-7.example.org)", "o'neil_3@ward-7.example.org", "([e-mail])")]
    [InlineData("jürgen@straße.example.de", "jürgen@straße.example.de", "[e-mail]")]
    [InlineData("jane [at] example [dot] org asked", "jane [at] example [dot] org", "[e-mail] asked")]
    [InlineData("mailto jane(at)example.org", "jane(at)example.org", "mailto [e-mail]")]
    public void Find_WhenEmail_SaysF(string text, string found, string redacted) => Expect(text, found, 'F', IdentifierKind.Email, redacted);

    [Theory]
    [InlineData("Call (415) 555-2671 now", "(415) 555-2671")]
    [InlineData("Call 415-555-2671.", "415-555-2671")]
    [InlineData("reached at 415.555.2671, then", "415.555.2671")]
    [InlineData("phone 415 555 2671", "415 555 2671")]
    [InlineData("+1 (415) 555-2671 ext. 12", "+1 (415) 555-2671 ext. 12")]
    [InlineData("1-415-555-2671", "1-415-555-2671")]
    [InlineData("415-555-2671x23", "415-555-2671x23")]
    [InlineData("Tel.: 089/4400-0", "089/4400-0")]
    [InlineData("tel: 555-2671", "555-2671")]
    [InlineData("Phone 4155552671", "4155552671")]
    [InlineData("mother on 07700 900123 today", "07700 900123")]
    [InlineData("the ward, 020 7946 0958, knows", "020 7946 0958")]
    [InlineData("(01632) 960 001", "(01632) 960 001")]
    [InlineData("07700900123", "07700900123")]
    [InlineData("+44 20 7946 0958", "+44 20 7946 0958")]
    [InlineData("+44 (0)20 7946 0958", "+44 (0)20 7946 0958")]
    [InlineData("0044 20 7946 0958", "0044 20 7946 0958")]
    [InlineData("+49 30 12345678", "+49 30 12345678")]
    [InlineData("+49-170-1234567", "+49-170-1234567")]
    [InlineData("+33 1 23 45 67 89", "+33 1 23 45 67 89")]
    [InlineData("01 23 45 67 89", "01 23 45 67 89")]
    [InlineData("01.23.45.67.89", "01.23.45.67.89")]
    [InlineData("030 12345678", "030 12345678")]
    [InlineData("0221/1234567", "0221/1234567")]
    [InlineData("0171-1234567", "0171-1234567")]
    [InlineData("06-12345678", "06-12345678")]
    [InlineData("044 668 18 00", "044 668 18 00")]
    [InlineData("+919876543210", "+919876543210")]
    [InlineData("ring him on 912 345 678", "912 345 678")]
    public void Find_WhenTelephone_SaysD(string text, string found) =>
        Expect(text, found, 'D', IdentifierKind.Telephone, text.Replace(found, "[telephone number]", StringComparison.Ordinal));

    [Theory]
    [InlineData("Fax: 415-555-2671", "415-555-2671")]
    [InlineData("fax no. +44 20 7946 0958", "+44 20 7946 0958")]
    [InlineData("Telefax 030 12345678", "030 12345678")]
    [InlineData("fax 555 2671", "555 2671")]
    public void Find_WhenFax_SaysE(string text, string found) =>
        Expect(text, found, 'E', IdentifierKind.Fax, text.Replace(found, "[fax number]", StringComparison.Ordinal));

    [Theory]
    [InlineData("His 219-09-9998 is known", "219-09-9998")]
    [InlineData("219 09 9998", "219 09 9998")]
    [InlineData("SSN 219099998", "219099998")]
    [InlineData("SSN: 900-12-3456", "900-12-3456")]
    [InlineData("social security number ending in 9998", "9998")]
    [InlineData("SSN xxx-xx-9998", "xxx-xx-9998")]
    public void Find_WhenSocialSecurityNumber_SaysG(string text, string found) =>
        Expect(text, found, 'G', IdentifierKind.SocialSecurityNumber, text.Replace(found, "[social security number]", StringComparison.Ordinal));

    [Theory]
    [InlineData("000-12-3456")]
    [InlineData("666-12-3456")]
    [InlineData("912-12-3456")]
    [InlineData("219-00-3456")]
    [InlineData("219-09-0000")]
    [InlineData("219-09 3456")]
    public void Find_WhenNumberCannotBeASocialSecurityNumber_FindsNothing(string text) => Assert.Empty(IdentifierScreen.Find(text));

    [Theory]
    [InlineData("see https://example.org/a?b=c#d.", "https://example.org/a?b=c#d")]
    [InlineData("(http://192.0.2.1/x)", "http://192.0.2.1/x")]
    [InlineData("www.example.org/~jane, yes", "www.example.org/~jane")]
    [InlineData("at example.com today", "example.com")]
    [InlineData("on sub.example.co.uk/page.", "sub.example.co.uk/page")]
    [InlineData("ftp://files.example.net/a.jpg", "ftp://files.example.net/a.jpg")]
    public void Find_WhenWebAddress_SaysN(string text, string found) =>
        Expect(text, found, 'N', IdentifierKind.Url, text.Replace(found, "[web address]", StringComparison.Ordinal));

    [Theory]
    [InlineData("from 192.0.2.44.", "192.0.2.44")]
    [InlineData("198.51.100.0/24", "198.51.100.0/24")]
    [InlineData("2001:db8::8a2e:370:7334", "2001:db8::8a2e:370:7334")]
    [InlineData("[2001:0db8:85a3:0000:0000:8a2e:0370:7334]", "2001:0db8:85a3:0000:0000:8a2e:0370:7334")]
    public void Find_WhenNetworkAddress_SaysO(string text, string found) =>
        Expect(text, found, 'O', IdentifierKind.IpAddress, text.Replace(found, "[network address]", StringComparison.Ordinal));

    [Theory]
    [InlineData("Seen on 14 March 2024 in clinic", "on 14 March 2024", "Seen in 2024 in clinic")]
    [InlineData("On March 14, 2024 he fell", "On March 14, 2024", "In 2024 he fell")]
    [InlineData("Seen 14 March with fever", "14 March", "Seen that day with fever")]
    [InlineData("on the 14th of March she", "the 14th of March", "on that day she")]
    [InlineData("on the fourteenth of March she", "the fourteenth of March", "on that day she")]
    [InlineData("since Mar 14th", "Mar 14th", "since that day")]
    [InlineData("On Mar. 14, she", "Mar. 14", "On that day, she")]
    [InlineData("In March 2024, fever", "March 2024", "In 2024, fever")]
    [InlineData("in may 2024", "may 2024", "in 2024")]
    [InlineData("March of 2024", "March of 2024", "2024")]
    [InlineData("between March and May 2024", "March and May 2024", "between 2024")]
    [InlineData("March '24", "March '24", "2024")]
    [InlineData("14-Mar-2024", "14-Mar-2024", "2024")]
    [InlineData("14-Mar-24", "14-Mar-24", "2024")]
    [InlineData("14Mar2024", "14Mar2024", "2024")]
    [InlineData("3-5 March 2024", "3-5 March 2024", "2024")]
    [InlineData("from 3 to 5 March he", "3 to 5 March", "from those days he")]
    [InlineData("Thursday, 14 March 2024", "Thursday, 14 March 2024", "2024")]
    [InlineData("Thursday, March 14", "Thursday, March 14", "that day")]
    [InlineData("14 MARCH 2024", "14 MARCH 2024", "2024")]
    [InlineData("May 14, 2024", "May 14, 2024", "2024")]
    [InlineData("admitted 2 May", "2 May", "admitted that day")]
    [InlineData("the 3rd of may", "the 3rd of may", "that day")]
    [InlineData("14 june", "14 june", "that day")]
    [InlineData("2024 March 14", "2024 March 14", "2024")]
    [InlineData("3/14/2024", "3/14/2024", "2024")]
    [InlineData("seen on 14/03/2024.", "on 14/03/2024", "seen in 2024.")]
    [InlineData("DOB 03/04/1961", "03/04/1961", "DOB 1961")]
    [InlineData("3/14/24", "3/14/24", "2024")]
    [InlineData("14/3/61", "14/3/61", "1961")]
    [InlineData("2024-03-14", "2024-03-14", "2024")]
    [InlineData("at 2024-03-14T08:30:00Z", "2024-03-14T08:30:00Z", "at 2024")]
    [InlineData("2024/3/14", "2024/3/14", "2024")]
    [InlineData("am 14.03.2024 gesehen", "14.03.2024", "am 2024 gesehen")]
    [InlineData("14. 3. 2024", "14. 3. 2024", "2024")]
    [InlineData("14.03.24", "14.03.24", "2024")]
    [InlineData("14-03-2024", "14-03-2024", "2024")]
    [InlineData("03/2024", "03/2024", "2024")]
    [InlineData("2024-03", "2024-03", "2024")]
    [InlineData("20240314", "20240314", "2024")]
    [InlineData("born 14 03 1961", "14 03 1961", "born 1961")]
    [InlineData("admitted on 14/3 with", "14/3", "admitted on that day with")]
    [InlineData("since 14/03", "14/03", "since that day")]
    [InlineData("in spring 2024", "spring 2024", "in 2024")]
    [InlineData("the fall of 2019", "fall of 2019", "the 2019")]
    [InlineData("late summer of 2023", "late summer of 2023", "2023")]
    [InlineData("winter 2023/24", "winter 2023/24", "2023")]
    [InlineData("Q1 2024", "Q1 2024", "2024")]
    [InlineData("Christmas 2023", "Christmas 2023", "2023")]
    [InlineData("began in March and", "March", "began in that month and")]
    [InlineData("since early June", "early June", "since that month")]
    [InlineData("in mid-March", "mid-March", "in that month")]
    [InlineData("Date: 14.3.24", "14.3.24", "Date: 2024")]
    [InlineData("on 3/14 he", "3/14", "on that day he")]
    [InlineData("on Christmas Day 2023", "on Christmas Day 2023", "in 2023")]
    [InlineData("last October", "last October", "that month")]
    [InlineData("in May she", "May", "in that month she")]
    public void Find_WhenDate_SaysC(string text, string found, string redacted) => Expect(text, found, 'C', IdentifierKind.Date, redacted);

    [Theory]
    [InlineData("A 93-year-old woman fell", "93-year-old woman", "A woman aged 90 or older fell")]
    [InlineData("A 93-year-old Greek sailor", "93-year-old", "A 90-or-older Greek sailor")]
    [InlineData("He is 90 years old.", "90 years old", "He is 90 or older.")]
    [InlineData("97 yo male", "97 yo male", "male aged 90 or older")]
    [InlineData("97yo", "97yo", "90 or older")]
    [InlineData("101 y/o", "101 y/o", "90 or older")]
    [InlineData("aged 94", "94", "aged 90 or older")]
    [InlineData("Age: 91", "91", "Age: 90 or older")]
    [InlineData("at the age of 92, he", "92", "at the age of 90 or older, he")]
    [InlineData("died at age 96.", "96", "died at age 90 or older.")]
    [InlineData("93 years of age", "93 years of age", "90 or older")]
    [InlineData("ninety-three-year-old man", "ninety-three-year-old man", "man aged 90 or older")]
    [InlineData("92F with cough", "92F", "woman aged 90 or older with cough")]
    [InlineData("She is 93, lives alone", "93", "She is 90 or older, lives alone")]
    [InlineData("three 95-year-olds", "95-year-olds", "three people aged 90 or older")]
    [InlineData("a nonagenarian", "nonagenarian", "a person aged 90 or older")]
    public void Find_WhenAgeOver89_SaysC(string text, string found, string redacted) => Expect(text, found, 'C', IdentifierKind.Age, redacted);

    [Theory]
    [InlineData("MRN: 12345678", "12345678", 'H')]
    [InlineData("MRN AB-123456", "AB-123456", 'H')]
    [InlineData("Hospital no. X123456", "X123456", 'H')]
    [InlineData("record number 00-12-34", "00-12-34", 'H')]
    [InlineData("Patient ID #554433", "554433", 'H')]
    [InlineData("accession no: 24-0012345", "24-0012345", 'H')]
    [InlineData("NHS number 943 476 5919", "943 476 5919", 'H')]
    [InlineData("943 476 5919", "943 476 5919", 'H')]
    [InlineData("9434765919", "9434765919", 'H')]
    [InlineData("Medicare number 1EG4-TE5-MK73", "1EG4-TE5-MK73", 'I')]
    [InlineData("insurance policy no. 4455667", "4455667", 'I')]
    [InlineData("account number 00123456", "00123456", 'J')]
    [InlineData("4111 1111 1111 1111", "4111 1111 1111 1111", 'J')]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", 'J')]
    [InlineData("passport no. X1234567", "X1234567", 'K')]
    [InlineData("driver's license number D123-4567-8901", "D123-4567-8901", 'K')]
    [InlineData("GMC 7654321", "7654321", 'K')]
    [InlineData("number plate AB12 CDE", "AB12 CDE", 'L')]
    [InlineData("VIN 1HGBH41JXMN109186", "1HGBH41JXMN109186", 'L')]
    [InlineData("pacemaker serial number PJN123456S", "PJN123456S", 'M')]
    [InlineData("S/N: 445566", "445566", 'M')]
    [InlineData("00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7", 'M')]
    [InlineData("register 123456789012", "123456789012", 'R')]
    public void Find_WhenNumberOfARegister_SaysItsLetter(string text, string found, char letter)
    {
        var finding = Assert.Single(IdentifierScreen.Find(text));
        Assert.Equal((found, letter), (text.Substring(finding.Offset, finding.Length), finding.HipaaLetter));
        Assert.StartsWith("[", finding.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_WhenTextHoldsManyKinds_FindsEachOnce()
    {
        const string text = "MRN 1234567. A 94-year-old man, seen on 14 March 2024, tel 415-555-2671, jane@example.org, https://example.org/14-03-2024.";
        Assert.Equal("HCCDFN", string.Concat(IdentifierScreen.Find(text).Select(finding => finding.HipaaLetter)));
        Assert.Equal(
            "MRN [record number]. A man aged 90 or older, seen in 2024, tel [telephone number], [e-mail], [web address].",
            IdentifierScreen.Redact(text, IdentifierScreen.Find(text)));
    }

    private static void Expect(string text, string found, char letter, IdentifierKind kind, string redacted)
    {
        var findings = IdentifierScreen.Find(text);
        Assert.True(findings.Count == 1, $"{text} → {string.Join("; ", findings)}");
        Assert.Equal((found, letter, kind), (text.Substring(findings[0].Offset, findings[0].Length), findings[0].HipaaLetter, findings[0].Kind));
        Assert.Equal(redacted, IdentifierScreen.Redact(text, findings));
        Assert.Empty(IdentifierScreen.Find(redacted));
    }
}
