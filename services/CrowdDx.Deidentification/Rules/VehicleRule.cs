namespace CrowdDx.Deidentification.Rules;

/// <summary>(L) Licence plates and vehicle identification numbers after an explicit label; "VIN 3" is a histology and "plate 4" an implant.</summary>
internal sealed class VehicleRule : IIdentifierRule
{
    private const string Gap = @"( ?(number|no|#))?[\s.:#=]{1,4}((is|was)\s{1,2})?";

    private static readonly Pattern Plate = new(
        $@"\b(number plate|licen[cs]e plate|registration plate|plate (number|no)|vehicle reg(istration)?|car reg(istration)?|kennzeichen){Gap}(?<value>[a-z0-9]{{1,4}}([ -]?[a-z0-9]{{1,4}}){{1,2}})\b");

    private static readonly Pattern Vin = new($@"\b(vin|chassis|vehicle identification){Gap}(?<value>[a-hj-npr-z0-9]{{17}})\b");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Plate.Everywhere(text))
        {
            var value = match.Groups["value"];
            if (Context.Digits(value.ValueSpan) > 0 && value.ValueSpan.IndexOfAnyInRange('a', 'z') < 0)
                yield return Context.Found(value, IdentifierKind.VehicleIdentifier, 0.9, "vehicle.plate", "[plate]");
        }

        foreach (var match in Vin.Everywhere(text))
            yield return Context.Found(match.Groups["value"], IdentifierKind.VehicleIdentifier, 0.95, "vehicle.vin", "[vehicle number]");
    }
}
