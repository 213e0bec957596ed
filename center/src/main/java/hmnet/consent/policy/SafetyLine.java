package hmnet.consent.policy;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;

/// What safety checks may see of records with a label, from a day on (ラベルと安全確認の一行). It holds whatever the person
/// chose to show of the label, and the person is told so when choosing.
///
/// @param professions mask of those who check
/// @param kinds mask of record kinds
/// @param agreedBy who proposed and who confirmed it; empty where it came with the centre
public record SafetyLine(
        long id, Label label, LocalDate effectiveOn, long professions, long kinds, String why, String agreedBy) {
    public boolean opens(Profession profession, RecordKind kind) {
        return (professions & profession.mask()) != 0 && (kinds & kind.mask()) != 0;
    }
}
