package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentResult;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PersonProfile.PersonInsurance;
import hmnet.formats.model.chart.Results.TestResult;
import java.util.List;
import java.util.Set;

/// A person's profile, by PID, OBX and IN1 of the patient master (患者基本情報).
final class ProfileItems {
    private ProfileItems() {}

    static PersonProfile of(MessageContext about, String number, Demographics person) {
        var observations = about.message().all("OBX").stream()
                .filter(obx -> !Names.of(obx, 3).isBlank())
                .toList();
        var keys = Keys.of(observations, ProfileItems::code, obx -> code(obx) + "/" + obx.text(14));
        var insurances = about.message().all("IN1");
        var insuranceKeys = Keys.of(insurances, ProfileItems::insurance, in1 -> insurance(in1) + "/" + in1.text(12));
        return new PersonProfile(
                "profile",
                about.fallback(),
                number,
                person,
                observations.stream()
                        .map(obx -> measure(about, obx, keys.getOrDefault(obx, "")))
                        .toList(),
                insurances.stream()
                        .map(in1 -> insurance(in1, insuranceKeys.getOrDefault(in1, "")))
                        .toList());
    }

    private static TestResult measure(MessageContext about, Segment obx, String key) {
        return new TestResult(
                key,
                SentFields.concept(obx, 3),
                SentResult.text(obx),
                SentFields.unit(obx, 6, ""),
                SentResult.isCoded(obx) ? SentFields.concept(obx, 5) : Concept.NONE,
                "",
                "",
                "",
                obx.text(8),
                obx.text(11),
                about.firstOf(obx.text(14)),
                List.of(),
                Set.of());
    }

    private static PersonInsurance insurance(Segment in1, String key) {
        return new PersonInsurance(
                key,
                SentFields.concept(in1, 2),
                in1.text(3),
                in1.has(4) ? in1.text(4) : Names.of(in1, 2).isBlank() ? "不明" : Names.of(in1, 2),
                in1.text(10),
                in1.text(11),
                Hl7Time.fhir(in1.text(12)),
                Hl7Time.fhir(in1.text(13)),
                SentFields.concept(in1, 17));
    }

    private static String code(Segment obx) {
        return obx.has(3) ? obx.text(3) : Names.of(obx, 3);
    }

    private static String insurance(Segment in1) {
        return in1.text(2) + "/" + in1.text(3) + "/" + in1.text(10) + "/" + in1.text(11);
    }
}
