package hmnet.formats.hl7v2;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Examination;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values of a chart as fields of messages (記載の項目を電文の項目へ).
final class SpokenItems {
    private static final String LOCAL = "urn:hmnet:coding:";

    private SpokenItems() {}

    static CodedText coded(Concept concept) {
        if (concept.codes().isEmpty()) {
            return CodedText.text(concept.text());
        }
        var code = concept.first();
        return new CodedText(code.code(), concept.shown(), CodingSystems.hl7(code.system()));
    }

    static CodedText second(Concept concept) {
        if (concept.codes().size() < 2) {
            return CodedText.NONE;
        }
        var code = concept.codes().get(1);
        return new CodedText(code.code(), code.display(), CodingSystems.hl7(code.system()));
    }

    static CodedText unit(Amount amount) {
        var code = amount.unitCode().isEmpty() ? amount.unit() : amount.unitCode();
        return new CodedText(code, amount.unit(), CodingSystems.hl7(amount.system()));
    }

    static Doctor doctor(String name) {
        return name.isBlank() ? Doctor.NONE : new Doctor("", name, "");
    }

    /// An order's number from a key that holds a time behind it.
    static String plain(String key) {
        return key.contains("@") ? key.substring(0, key.indexOf('@')) : key;
    }

    /// The number of 15 digits at most that a key holds; other keys stand as they are.
    static Order order(String number, OffsetDateTime at, String doctor, String department) {
        return new Order("NW", plain(number), at, doctor(doctor), CodedText.text(department), false);
    }

    static Allergy allergy(AllergyExtract.AllergyItem item) {
        var code =
                item.code().isEmpty() ? CodedText.text(item.name()) : new CodedText(item.code(), item.name(), "99XYZ");
        var severity = item.severity().isEmpty() ? CodedText.NONE : new CodedText(item.severity(), "", "HL70128");
        return new Allergy(
                new CodedText(item.category(), "", item.category().isEmpty() ? "" : "HL70127"),
                code,
                severity,
                item.reaction(),
                item.since().replace("-", ""),
                "A");
    }

    static Diagnosis diagnosis(Problem told) {
        var onset = day(told.onset());
        return new Diagnosis(
                "AD",
                told.at().toLocalDate(),
                coded(told.disease()),
                told.key(),
                told.disease().code("http://medis.or.jp/CodeSystem/master-disease-exCode"),
                told.disease().code(CodingSystems.ICD10),
                "",
                onset,
                day(told.ended()),
                told.suspected(),
                told.outcome().isEmpty() ? CodedText.NONE : CodedText.text(told.outcome()),
                told.main(),
                CodedText.NONE,
                CodedText.NONE,
                List.of(),
                List.of(),
                false,
                coded(told.from().department()),
                Doctor.NONE);
    }

    private static @Nullable LocalDate day(String fhir) {
        return fhir.length() < 10 ? null : Hl7Time.date(fhir.substring(0, 10).replace("-", ""));
    }

    /// Acts with a code of examinations (JJ1017).
    static List<Examination> examinations(PerformedActs told) {
        var examinations = new ArrayList<Examination>();
        for (var act : told.acts()) {
            var system = act.act().first().system();
            if (system.startsWith(LOCAL + "JJ1017")) {
                examinations.add(new Examination(coded(act.act()), told.at(), CodedText.NONE, "", "", ""));
            }
        }
        return examinations;
    }
}
