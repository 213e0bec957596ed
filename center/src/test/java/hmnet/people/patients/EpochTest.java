package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which human a chart number means.
class EpochTest {
    private static final LocalDate BORN = LocalDate.of(1950, 2, 28);
    private static final LocalDate LATER = LocalDate.of(1981, 7, 1);
    private static final OffsetDateTime APRIL = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");
    private static final Epoch HANAKO = known("架空花子", "カクウハナコ", BORN, null);

    @Test
    void aNewNameAfterAMarriageIsTheSameHuman() {
        assertThat(HANAKO.canBe(claim("見本", "花子", "ミホン", "ハナコ", BORN))).isTrue();
    }

    @Test
    void aBirthDatePutRightIsTheSameHuman() {
        assertThat(HANAKO.canBe(claim("架空", "花子", "カクウ", "ハナコ", LATER))).isTrue();
    }

    @Test
    void anotherNameWithAnotherBirthDateIsAnotherHuman() {
        assertThat(HANAKO.canBe(claim("仮名", "太郎", "カメイ", "タロウ", LATER))).isFalse();
    }

    @Test
    void theSameKanaIsTheSameNameWhateverTheKanjiAndTheWidth() {
        assertThat(HANAKO.canBe(claim("架　空", "華子", "ｶｸｳ ", "ﾊﾅｺ", LATER))).isTrue();
    }

    @Test
    void afterADeathAnyDifferenceIsAnotherHuman() {
        var late = known("架空花子", "カクウハナコ", BORN, LocalDate.of(2026, 3, 1));
        assertThat(late.canBe(claim("架空", "花子", "カクウ", "ハナコ", BORN))).isTrue();
        assertThat(late.canBe(claim("架空", "花子", "カクウ", "ハナコ", LATER))).isFalse();
        assertThat(late.canBe(claim("仮名", "太郎", "カメイ", "タロウ", BORN))).isFalse();
    }

    @Test
    void aNumberNobodyHasSentYetIsWhoeverComesFirst() {
        assertThat(known("", "", null, null).canBe(claim("仮名", "太郎", "カメイ", "タロウ", LATER)))
                .isTrue();
    }

    @Test
    void theLastDemographicsByMessageTimeAreShownAndTheMastersBeforeOthers() {
        assertThat(HANAKO.yieldsTo(at(APRIL.plusDays(1), true))).isTrue();
        assertThat(HANAKO.yieldsTo(at(APRIL.minusDays(1), true))).isFalse();
        assertThat(HANAKO.yieldsTo(at(APRIL.plusDays(1), false))).isFalse();
        var fromAnOrder = new Epoch(1, 1, "架空花子", "カクウハナコ", BORN, null, 0, APRIL, "");
        assertThat(fromAnOrder.yieldsTo(at(APRIL.minusDays(9), true))).isTrue();
    }

    private static Epoch known(String name, String kana, @Nullable LocalDate born, @Nullable LocalDate died) {
        return new Epoch(1, 1, name, kana, born, died, 1, APRIL, "");
    }

    private static PatientClaim at(OffsetDateTime time, boolean master) {
        return new PatientClaim("1", demographics("架空", "花子", "カクウ", "ハナコ", BORN), time, master);
    }

    private static PatientClaim claim(
            String family, String given, String familyKana, String givenKana, LocalDate born) {
        return new PatientClaim("1", demographics(family, given, familyKana, givenKana, born), APRIL.plusDays(9), true);
    }

    private static Demographics demographics(
            String family, String given, String familyKana, String givenKana, LocalDate born) {
        return new Demographics(family, given, familyKana, givenKana, born, "female", "", "", "", null);
    }
}
