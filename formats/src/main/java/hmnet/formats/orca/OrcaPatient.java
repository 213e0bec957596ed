package hmnet.formats.orca;

import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The patient of a reply (患者), whichever of ORCA's spellings the reply uses.
final class OrcaPatient {
    private OrcaPatient() {}

    static String number(Node patient) {
        return either(patient.said("Patient_ID"), patient.said("ID"));
    }

    /// A list answers a number it does not know with a sentence in place of the name.
    static boolean isKnown(Node patient) {
        return !number(patient).isEmpty() && !patient.said("WholeName").contains("患者番号がありません");
    }

    static Demographics demographics(Node patient) {
        var name = FullName.of(either(patient.said("WholeName"), patient.said("Name")));
        var kana = FullName.of(either(patient.said("WholeName_inKana"), patient.said("KanaName")));
        var home = patient.at("Home_Address_Information");
        return new Demographics(
                name.family(),
                name.given(),
                kana.family(),
                kana.given(),
                Reply.day(either(patient.said("BirthDate"), patient.said("Birth_Date"))),
                sex(patient.said("Sex")),
                either(home.said("Address_ZipCode"), patient.said("ZipCode")),
                address(patient, home),
                either(home.said("PhoneNumber1"), home.said("PhoneNumber2"), patient.said("PhoneNumber")),
                null);
    }

    /// The first health insurance that is in force and names a number.
    static @Nullable InsuredNumber insured(Node patient) {
        return Stream.concat(
                        patient.items("HealthInsurance_Information").stream(),
                        patient.all("HealthInsurance_Information").stream())
                .map(OrcaPatient::insurance)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable InsuredNumber insurance(Node node) {
        var insured = new InsuredNumber(
                node.said("InsuranceProvider_Number"),
                node.said("HealthInsuredPerson_Symbol"),
                node.said("HealthInsuredPerson_Number"),
                node.said("HealthInsuredPerson_Branch_Number"));
        return insured.insurer().isEmpty() || !insured.isHealth() ? null : insured;
    }

    private static String address(Node patient, Node home) {
        var whole = home.said("WholeAddress");
        return whole.isEmpty()
                ? home.said("WholeAddress1")
                        + home.said("WholeAddress2")
                        + patient.said("Address1")
                        + patient.said("Address2")
                : whole;
    }

    private static String sex(String code) {
        return switch (code) {
            case "1", "M" -> "male";
            case "2", "F" -> "female";
            default -> "unknown";
        };
    }

    static String either(String... choices) {
        for (var choice : choices) {
            if (!choice.isEmpty()) {
                return choice;
            }
        }
        return "";
    }
}
