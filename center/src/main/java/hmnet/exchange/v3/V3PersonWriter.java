package hmnet.exchange.v3;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Demographics;

/// What is told of a person (応答の患者情報): `patientPerson` of HL7 V3, the name in kanji, kana or Latin
/// letters.
public final class V3PersonWriter {
    private V3PersonWriter() {}

    public static Element of(Demographics said) {
        var latin = !said.familyName().isEmpty() && said.familyName().chars().allMatch(c -> c < 0x80);
        var names = Names.told(said.familyName(), said.givenName(), latin ? "ABC" : "IDE");
        var kana = Names.told(said.familyKana(), said.givenKana(), "SYL");
        var person = V3Answer.instance("patientPerson", "PSN").addAll(names).addAll(kana);
        if (names.isEmpty() && kana.isEmpty()) {
            person.add(Element.of("name").with("nullFlavor", "UNK"));
        }
        if (!said.phone().isEmpty()) {
            person.add(Element.of("telecom").with("value", "tel:" + said.phone()));
        }
        person.add(sex(said.sex()));
        if (said.birthDate() != null) {
            person.add(Element.of("birthTime").with("value", Hl7Time.hl7(said.birthDate())));
        }
        if (said.diedOn() != null) {
            person.add(
                    Element.of("deceasedInd").with("value", "true"),
                    Element.of("deceasedTime").with("value", Hl7Time.hl7(said.diedOn())));
        }
        return said.address().isEmpty() && said.postalCode().isEmpty() ? person : person.add(address(said));
    }

    private static Element sex(String word) {
        var code = Element.of("administrativeGenderCode");
        return switch (word) {
            case "male" -> code.with("code", "M");
            case "female" -> code.with("code", "F");
            case "other" -> code.with("code", "UN");
            // From outside: FHIR's administrative gender.
            default -> code.with("nullFlavor", "UNK");
        };
    }

    private static Element address(Demographics said) {
        var address =
                Element.of("addr").with("use", "H").add(Element.of("country").saying("JPN"));
        if (!said.postalCode().isEmpty()) {
            address.add(Element.of("postalCode").saying(said.postalCode()));
        }
        return said.address().isEmpty()
                ? address
                : address.add(Element.of("streetAddressLine").saying(said.address()));
    }
}
