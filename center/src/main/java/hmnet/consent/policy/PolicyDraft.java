package hmnet.consent.policy;

import hmnet.formats.model.code.Label;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;

/// A line that the office would add to the policy (方針の変更案).
public sealed interface PolicyDraft {
    /// After all lines of the database, whose numbers are smaller.
    long LAST_ID = Long.MAX_VALUE;

    LocalDate effectiveOn();

    /// As a proposal and a trial keep it.
    String words();

    /// @param facilityKinds mask of kinds of facility; `ProfessionLine.ANYWHERE` for all
    /// @param kinds mask of what the profession sees
    /// @param labels mask of the labels a row may bear
    record ProfessionDraft(Profession profession, long facilityKinds, LocalDate effectiveOn, long kinds, long labels)
            implements PolicyDraft {
        @Override
        public String words() {
            return String.join(
                    " ",
                    "profession",
                    profession.word(),
                    Long.toString(facilityKinds),
                    effectiveOn.toString(),
                    Long.toString(kinds),
                    Long.toString(labels));
        }

        ProfessionLine line() {
            return new ProfessionLine(LAST_ID, profession, facilityKinds, effectiveOn, kinds, labels, "", "");
        }
    }

    /// @param professions mask of those who check
    /// @param kinds mask of what they may see of the label
    record SafetyDraft(Label label, LocalDate effectiveOn, long professions, long kinds) implements PolicyDraft {
        @Override
        public String words() {
            return String.join(
                    " ",
                    "label",
                    label.name(),
                    effectiveOn.toString(),
                    Long.toString(professions),
                    Long.toString(kinds));
        }

        SafetyLine line() {
            return new SafetyLine(LAST_ID, label, effectiveOn, professions, kinds, "", "");
        }
    }

    static PolicyDraft of(String words) {
        var parts = words.split(" ", -1);
        return parts[0].equals("label")
                ? new SafetyDraft(
                        Label.valueOf(parts[1]),
                        LocalDate.parse(parts[2]),
                        Long.parseLong(parts[3]),
                        Long.parseLong(parts[4]))
                : new ProfessionDraft(
                        Profession.of(parts[1]),
                        Long.parseLong(parts[2]),
                        LocalDate.parse(parts[3]),
                        Long.parseLong(parts[4]),
                        Long.parseLong(parts[5]));
    }
}
