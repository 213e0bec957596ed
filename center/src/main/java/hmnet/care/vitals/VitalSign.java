package hmnet.care.vitals;

import hmnet.care.labsheet.LabValue;
import hmnet.formats.base.Table;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A vital sign or a measure of the body (バイタルサイン), by its code, or by its name where it is sent under a code of
/// the facility's own, from `signs.csv`.
enum VitalSign {
    SYSTOLIC,
    DIASTOLIC,
    PULSE,
    TEMPERATURE,
    RESPIRATION,
    OXYGEN,
    WEIGHT,
    HEIGHT,
    BMI,
    WAIST,
    GLUCOSE,
    STEPS;

    private static final String NAME = "~";
    private static final List<SignRule> RULES = Table.read(VitalSign.class, "signs.csv").stream()
            .map(row -> new SignRule(valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1), row.get(2)))
            .toList();

    static Optional<VitalSign> of(LabValue value) {
        return RULES.stream().filter(rule -> rule.holds(value)).findFirst().map(SignRule::sign);
    }

    /// What stands in one column: both pressures do.
    String column() {
        return switch (this) {
            case SYSTOLIC, DIASTOLIC -> "pressure";
            case PULSE, TEMPERATURE, RESPIRATION, OXYGEN, WEIGHT, HEIGHT, BMI, WAIST, GLUCOSE, STEPS -> word();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// One line of the table.
    private record SignRule(VitalSign sign, String system, String code) {
        boolean holds(LabValue value) {
            var item = value.item();
            if (system.equals(NAME)) {
                return value.entry().kind() == RecordKind.VITAL
                        && plain(item.name()).equals(plain(code));
            }
            boolean meant = system.equals(CodingSystems.JLAC10) && item.jlac10().startsWith(code);
            return meant || item.system().equals(system) && item.code().startsWith(code);
        }

        private static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        }
    }
}
