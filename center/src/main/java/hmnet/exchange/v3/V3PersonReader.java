package hmnet.exchange.v3;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Demographics;
import java.util.List;

/// What a sender says of a person (送られた患者情報): `patientPerson` of HL7 V3, texts exactly as sent.
public final class V3PersonReader {
    /// From the large to the small, as Japan writes an address.
    private static final List<String> PLACES = List.of(
            "state",
            "county",
            "city",
            "precinct",
            "streetName",
            "houseNumber",
            "streetAddressLine",
            "additionalLocator",
            "unitID");

    private V3PersonReader() {}

    public static Demographics of(Element person) {
        var names = person.children("name");
        var written = Names.written(names);
        var heard = Names.heard(names);
        var home = person.find("addr").orElse(Element.of("addr"));
        return new Demographics(
                written.family(),
                written.given(),
                heard.family(),
                heard.given(),
                Hl7Time.date(person.find("birthTime", "value")),
                sex(person.find("administrativeGenderCode", "code")),
                home.find("postalCode").map(Element::text).orElse(""),
                place(home),
                phone(person.children("telecom")),
                Hl7Time.date(person.find("deceasedTime", "value")));
    }

    /// `male`, `female`, `other` or `unknown`.
    public static String sex(String code) {
        return switch (code) {
            case "M" -> "male";
            case "F" -> "female";
            case "UN" -> "other";
            // From outside: HL7 v3's administrative gender.
            default -> "unknown";
        };
    }

    /// An address in one line, without its postal code.
    public static String place(Element address) {
        var parts = new StringBuilder();
        PLACES.forEach(place -> address.children(place).forEach(part -> parts.append(part.text())));
        return parts.isEmpty() ? address.text() : parts.toString();
    }

    /// The first telephone number.
    public static String phone(List<Element> telecoms) {
        return telecoms.stream()
                .map(one -> one.attribute("value"))
                .filter(value -> value.startsWith("tel:") || !value.contains(":"))
                .map(value -> value.startsWith("tel:") ? value.substring("tel:".length()) : value)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
