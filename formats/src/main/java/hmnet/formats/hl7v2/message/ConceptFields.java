package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/// Values of a chart as the components of a field (項目の値の電文化).
final class ConceptFields {
    private ConceptFields() {}

    /// A CWE with its first two codes.
    static String[] both(Concept concept) {
        var sent = concept.codes().stream().filter(Code::isSent).toList();
        if (sent.isEmpty()) {
            return concept.isNone() ? new String[0] : new String[] {"", concept.shown()};
        }
        var first = sent.getFirst();
        if (sent.size() == 1) {
            return new String[] {first.code(), concept.shown(), system(first)};
        }
        var second = sent.get(1);
        return new String[] {
            first.code(), concept.shown(), system(first), second.code(), second.display(), system(second)
        };
    }

    /// Usages and their supplements are one system of HL7.
    private static String system(Code code) {
        return code.system().equals(CodingSystems.USAGE_SUPPLEMENT) ? "JAMISDP01" : CodingSystems.hl7(code.system());
    }

    /// One repetition of TQ1-3: code, text and system as subcomponents.
    static String[] pattern(Concept concept) {
        var codes = concept.codes();
        var code = codes.isEmpty() ? new Code("", "", "") : codes.getFirst();
        var text = concept.text().isBlank() && codes.isEmpty() ? concept.shown() : concept.text();
        return new String[] {code.code(), text, system(code)};
    }

    static String[] unit(Amount amount) {
        if (amount.isNone()) {
            return new String[0];
        }
        var code = amount.unitCode().isEmpty() ? amount.unit() : amount.unitCode();
        return new String[] {code, amount.unit(), CodingSystems.hl7(amount.system())};
    }

    /// An XCN.
    static String[] person(Concept person) {
        return person.isNone() ? new String[0] : doctor(person).components();
    }

    static Doctor doctor(Concept person) {
        if (person.isNone()) {
            return Doctor.NONE;
        }
        var number = person.codes().isEmpty() ? "" : person.first().code();
        return new Doctor(number, person.shown().equals(number) ? "" : person.shown(), "");
    }

    /// A day where there is no time of day.
    static String time(OffsetDateTime at) {
        var japan = at.withOffsetSameInstant(Hl7Time.JAPAN);
        return japan.toLocalTime().equals(LocalTime.MIDNIGHT) ? Hl7Time.hl7(japan.toLocalDate()) : Hl7Time.hl7(at);
    }

    /// As FHIR writes it, no more precise than it is.
    static String time(String fhir) {
        try {
            return fhir.length() > 10 ? Hl7Time.hl7(OffsetDateTime.parse(fhir)) : fhir.replace("-", "");
        } catch (DateTimeException noTime) {
            return fhir.substring(0, 10).replace("-", "");
        }
    }

    /// A code that a visit or a folder may have; empty for words.
    static String departmentCode(Concept department) {
        var code = department.first().code();
        return department.codes().isEmpty() || !code.matches("[0-9A-Za-z]{1,5}") ? "" : code;
    }
}
