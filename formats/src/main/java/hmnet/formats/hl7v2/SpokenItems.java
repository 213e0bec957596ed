package hmnet.formats.hl7v2;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Examination;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CodingSystems;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Values of a chart as fields of messages (記載の項目を電文の項目へ).
final class SpokenItems {
    /// In front of a study's number at the facility.
    private static final String ACCESSION = "受付番号 ";

    private static final String LOCAL = "urn:hmnet:coding:";

    private SpokenItems() {}

    static CodedText coded(Concept concept) {
        if (concept.codes().isEmpty()) {
            return CodedText.text(concept.text());
        }
        var code = concept.first();
        return new CodedText(code.code(), concept.shown(), CodingSystems.hl7(code.system()));
    }

    static Doctor doctor(String name) {
        return name.isBlank() ? Doctor.NONE : new Doctor("", name, "");
    }

    /// An order's number from a key that holds a time behind it.
    static String plain(String key) {
        return key.contains("@") ? key.substring(0, key.indexOf('@')) : key;
    }

    /// A number that a message and a folder may hold: the order's own, else one made of its key, the same
    /// whenever it is written.
    static String number(String key) {
        var plain = plain(key);
        if (plain.matches("[0-9A-Za-z._-]{1,22}")) {
            return plain;
        }
        var hash = new CRC32();
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        return "%015d".formatted(hash.getValue());
    }

    static Order order(String number, OffsetDateTime at, OrderSource from) {
        return new Order(
                "NW",
                number,
                at,
                doctor(from.doctor()),
                coded(from.department()),
                from.setting() == CareSetting.INPATIENT);
    }

    static Visit visit(OrderSource from) {
        return new Visit(
                setting(from.setting()),
                departmentCode(
                        from.department().codes().isEmpty()
                                ? ""
                                : from.department().first().code()),
                "",
                "",
                "",
                doctor(from.doctor()),
                null,
                null,
                "",
                CodedText.NONE);
    }

    private static String setting(CareSetting setting) {
        return switch (setting) {
            case INPATIENT -> "I";
            case OUTPATIENT -> "O";
            case UNKNOWN -> "U";
        };
    }

    /// A visit is one of an out-patient, a step of a stay one of an in-patient, whoever else says nothing.
    static String setting(Stay told) {
        return told.setting() == CareSetting.UNKNOWN
                ? told.event().equals("visit") ? "O" : "I"
                : setting(told.setting());
    }

    /// A department's code; words are none.
    static String departmentCode(String said) {
        return said.matches("[0-9A-Za-z]{1,5}") ? said : "";
    }

    private static Doctor doctor(Concept person) {
        var number = person.codes().isEmpty() ? "" : person.first().code();
        return person.isNone()
                ? Doctor.NONE
                : new Doctor(number, person.shown().equals(number) ? "" : person.shown(), "");
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
                told.from().setting() == CareSetting.INPATIENT,
                coded(told.from().department()),
                doctor(told.from().doctor()));
    }

    private static @Nullable LocalDate day(String fhir) {
        return fhir.length() < 10 ? null : Hl7Time.date(fhir.substring(0, 10).replace("-", ""));
    }

    /// Acts with a code of examinations (JJ1017).
    static List<Examination> examinations(PerformedActs told) {
        var images = told.acts().stream().filter(SpokenItems::isImage).iterator();
        var examinations = new ArrayList<Examination>();
        for (var act : told.acts()) {
            if (isExamination(act)) {
                examinations.add(examination(told, act, images.hasNext() ? images.next() : null));
            }
        }
        return examinations;
    }

    private static Examination examination(PerformedActs told, PerformedAct act, @Nullable PerformedAct image) {
        var what = coded(act.act());
        return image == null
                ? new Examination(what, told.at(), CodedText.NONE, "", "", "")
                : new Examination(
                        what,
                        told.at(),
                        CodedText.NONE,
                        image.said().replace(ACCESSION, ""),
                        image.act().code("urn:dicom:uid"),
                        image.act().code("http://dicom.nema.org/resources/ontology/DCM"));
    }

    /// The images of a study (IPC), by its own number.
    static boolean isImage(PerformedAct act) {
        return act.key().startsWith("IPC/");
    }

    static boolean isExamination(PerformedAct act) {
        return act.act().first().system().startsWith(LOCAL + "JJ1017");
    }
}
