package hmnet.exchange.iti21;

import hmnet.exchange.callers.Identifier;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.model.chart.Demographics;
import java.util.List;

/// One found person as PID (患者の応答行): numbers with who gave them, the name in kanji, kana and Latin
/// letters.
final class PatientLine {
    private PatientLine() {}

    static void write(SegmentBuilder pid, int number, Demographics said, List<Identifier> numbers) {
        pid.set(1, String.valueOf(number));
        numbers.forEach(one -> pid.addNumber(
                3, one.value(), one.domain().namespace(), one.domain().oid(), "PI"));
        name(pid, said.familyName(), said.givenName(), latin(said.familyName() + said.givenName()) ? "A" : "I");
        name(pid, said.familyKana(), said.givenKana(), "P");
        pid.set(7, Hl7Time.hl7(said.birthDate())).set(8, sex(said.sex()));
        if (!said.address().isEmpty() || !said.postalCode().isEmpty()) {
            pid.set(11, "", "", "", "", said.postalCode(), "JPN", "H", said.address());
        }
        if (!said.phone().isEmpty()) {
            pid.set(13, "", "PRN", "PH", "", "", "", "", "", "", "", "", said.phone());
        }
        if (said.diedOn() != null) {
            pid.set(29, Hl7Time.hl7(said.diedOn())).set(30, "Y");
        }
    }

    private static void name(SegmentBuilder pid, String family, String given, String representation) {
        if (!family.isEmpty() || !given.isEmpty()) {
            pid.add(5, family, given, "", "", "", "", "L", representation);
        }
    }

    private static boolean latin(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c < 0x80);
    }

    private static String sex(String word) {
        return switch (word) {
            case "male" -> "M";
            case "female" -> "F";
            case "other" -> "O";
            // From outside: FHIR's administrative gender.
            default -> "U";
        };
    }
}
