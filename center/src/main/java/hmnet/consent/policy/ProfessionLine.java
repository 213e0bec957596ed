package hmnet.consent.policy;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;

/// Which kinds and labels a profession sees, from a day on (職種×種別の一行).
///
/// @param facilityKinds mask of the kinds of facility it is about; `ANYWHERE` for all
/// @param kinds mask of record kinds
/// @param labels mask of the labels a row may bear
/// @param agreedBy who proposed and who confirmed it; empty where it came with the centre
public record ProfessionLine(
        long id,
        Profession profession,
        long facilityKinds,
        LocalDate effectiveOn,
        long kinds,
        long labels,
        String why,
        String agreedBy) {
    public static final long ANYWHERE = -1;

    /// The number of what nobody decided.
    public static final long NONE = 0;

    /// What holds where nobody decided anything: nothing is seen.
    static ProfessionLine nothing(Profession profession) {
        return new ProfessionLine(NONE, profession, ANYWHERE, LocalDate.EPOCH, 0, 0, "", "");
    }

    public boolean sees(RecordKind kind) {
        return (kinds & kind.mask()) != 0;
    }

    boolean holds(Profession reader, FacilityKind at, LocalDate day) {
        return profession == reader && (facilityKinds & at.mask()) != 0 && !effectiveOn.isAfter(day);
    }
}
