package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons whom tests of a number's humans share (番号の持ち主の試験の人物); all are invented.
abstract class EpochCase {
    static final LocalDate BORN = LocalDate.of(1950, 2, 28);
    static final LocalDate LATER = LocalDate.of(1981, 7, 1);
    static final LocalDate DIED = LocalDate.of(2026, 3, 1);
    static final OffsetDateTime APRIL = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");
    static final String HOME = "広島県架空市一丁目1-1";
    static final Demographics HANAKO = woman("架空", "花子", "カクウ", "ハナコ", BORN);
    static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    static PatientClaim cared(Demographics of, LocalDate on) {
        return new PatientClaim("1", of, APRIL, false, null, null, on);
    }

    static FieldLikeness home(Demographics of, String address) {
        return FieldLikeness.home(of, at(of, address));
    }

    static boolean fits(Demographics known, Demographics claimed) {
        return choice(List.of(known(1, known)), claim(claimed, false), false).fits();
    }

    static EpochChoice choice(List<Epoch> epochs, PatientClaim patientClaim, boolean twin) {
        return EpochChoice.of(epochs, List.of(), patientClaim, one -> twin);
    }

    static Epoch known(long id, Demographics shown) {
        var at = APRIL.minusMonths(2);
        return new Epoch(id, (int) id, shown, 1, at, shown.diedOn() == null ? null : at);
    }

    static PatientClaim claim(Demographics of, boolean master) {
        return new PatientClaim("1", of, APRIL, master);
    }

    static Demographics woman(
            String family, String given, String familyKana, String givenKana, @Nullable LocalDate born) {
        return new Demographics(family, given, familyKana, givenKana, born, "female", "", HOME, "", null);
    }

    static Demographics at(Demographics of, String address) {
        return new Demographics(
                of.familyName(),
                of.givenName(),
                of.familyKana(),
                of.givenKana(),
                of.birthDate(),
                of.sex(),
                "",
                address,
                "",
                null);
    }
}
