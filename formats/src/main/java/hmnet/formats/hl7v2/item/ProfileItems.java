package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.hl7v2.segment.LabRange;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.PatientSegment;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.hl7v2.segment.SentResult;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PersonProfile.PersonInsurance;
import hmnet.formats.model.chart.Results.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
                Stream.of(
                                death(about).isEmpty() ? Stream.<TestResult>of() : Stream.of(died(about)),
                                about.message().all("DB1").stream().map(db1 -> disability(about, db1)),
                                observations.stream().map(obx -> measure(about, obx, keys.getOrDefault(obx, ""))))
                        .flatMap(each -> each)
                        .toList(),
                insurances.stream()
                        .map(in1 -> insurance(in1, insuranceKeys.getOrDefault(in1, "")))
                        .toList());
    }

    /// That the person died (PID-30), and when (PID-29), in words; empty when nothing says so.
    static String death(MessageContext about) {
        var pid = about.message().first("PID");
        if (pid == null || !pid.text(30).equals("Y") && Hl7Time.date(pid.text(29)) == null) {
            return "";
        }
        return pid.has(29) ? "死亡 " + DisplayTime.shown(pid.text(29)) : "死亡";
    }

    private static TestResult died(MessageContext about) {
        var pid = about.message().first("PID");
        return TestResult.of(
                "PID-30",
                Concept.of("死亡"),
                pid == null || !pid.has(29) ? "あり" : DisplayTime.shown(pid.text(29)),
                Amount.NONE,
                Concept.NONE,
                "",
                "",
                "",
                "F",
                about.firstOf(pid == null ? "" : pid.text(29)),
                List.of());
    }

    private static TestResult disability(MessageContext about, Segment db1) {
        return TestResult.of(
                "DB1/" + db1.text(1),
                Concept.of("身体障害"),
                StayWords.disability(db1),
                Amount.NONE,
                Concept.NONE,
                "",
                "",
                "",
                "F",
                about.fallback(),
                List.of());
    }

    /// A profile that tells nothing but the death.
    static List<MessageItem> ofDeath(MessageContext about) {
        var pid = about.message().first("PID");
        if (pid == null || death(about).isEmpty()) {
            return List.of();
        }
        var person = PatientSegment.read(pid, new ArrayList<>());
        return List.of(MessageItem.of(
                "PROFILE/DEATH",
                new PersonProfile(
                        "death", about.fallback(), pid.text(3).strip(), person, List.of(died(about)), List.of())));
    }

    private static TestResult measure(MessageContext about, Segment obx, String key) {
        var range = LabRange.of(obx.joined(7, " "));
        return new TestResult(
                key,
                SentFields.concept(obx, 3),
                SentResult.text(obx),
                SentFields.unit(obx, 6, ""),
                SentResult.code(obx),
                range.low(),
                range.high(),
                obx.joined(7, " ").strip(),
                obx.text(8),
                obx.text(11),
                about.firstOf(obx.text(14)),
                SentResult.remarks(obx),
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
