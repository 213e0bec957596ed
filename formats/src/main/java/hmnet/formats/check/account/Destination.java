package hmnet.formats.check.account;

import java.util.Locale;

/// Where a value of a file goes (行き先).
public enum Destination {
    /// To what a doctor sees: the row's extract, its title, its time, its labels.
    CHART,
    /// To who the patient is: number, name, birth, sex, address, evidence of insurance.
    IDENTITY,
    /// To the row's FHIR alone.
    FHIR,
    /// Nowhere but in the document itself, which is attached as it came.
    DOCUMENT,
    /// It says nothing of a patient: counts, set ids, separators, versions, keys, times of sending.
    STRUCTURE,
    /// Kept back on purpose, by law.
    WITHHELD,
    /// Nowhere: named in a note.
    NOT_CARRIED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Destination of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
