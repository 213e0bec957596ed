package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which human a chart number means.
class EpochTest {
    private static final LocalDate BORN = LocalDate.of(1950, 2, 28);
    private static final LocalDate LATER = LocalDate.of(1981, 7, 1);
    private static final LocalDate DIED = LocalDate.of(2026, 3, 1);
    private static final OffsetDateTime APRIL = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");
    private static final String HOME = "広島県架空市一丁目1-1";
    private static final Demographics HANAKO = woman("架空", "花子", "カクウ", "ハナコ", BORN);
    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    @Test
    void aNewNameAfterAMarriageIsTheSameHuman() {
        assertThat(fits(HANAKO, woman("見本", "花子", "ミホン", "ハナコ", BORN))).isTrue();
    }

    @Test
    void anotherSurnameAndAnotherHomeWait() {
        assertThat(fits(HANAKO, at(woman("見本", "花子", "ミホン", "ハナコ", BORN), "広島県仮名市九丁目2-8")))
                .isFalse();
    }

    @Test
    void aSlipInTheBirthDateIsTheSameHuman() {
        assertThat(fits(HANAKO, woman("架空", "花子", "カクウ", "ハナコ", LocalDate.of(1950, 2, 26))))
                .isTrue();
        assertThat(fits(HANAKO, woman("架空", "花子", "カクウ", "ハナコ", LocalDate.of(1905, 2, 28))))
                .as("decades away")
                .isFalse();
    }

    @Test
    void theSameNameOfAnotherBirthDateWaits() {
        assertThat(fits(HANAKO, woman("架空", "花子", "カクウ", "ハナコ", LATER))).isFalse();
    }

    @Test
    void anotherNameWaitsWhateverTheBirthDate() {
        assertThat(fits(HANAKO, woman("仮名", "桜", "カメイ", "サクラ", LATER))).isFalse();
        assertThat(fits(HANAKO, woman("仮名", "桜", "カメイ", "サクラ", BORN))).isFalse();
        assertThat(fits(HANAKO, woman("仮名", "桜", "カメイ", "サクラ", null))).isFalse();
    }

    @Test
    void anotherSexOrAnotherHomeIsOutweighedNotBoth() {
        var man = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "male", "", HOME, "", null);
        assertThat(fits(HANAKO, man)).isTrue();
        assertThat(fits(HANAKO, at(HANAKO, "広島県仮名市九丁目2-8"))).isTrue();
        var elsewhere = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "male", "", "仮名市9-2-8", "", null);
        assertThat(fits(HANAKO, elsewhere)).isFalse();
        assertThat(fits(HANAKO, at(woman("架空", "華子", "カクウ", "ハナコ", BORN), "広島県仮名市九丁目2-8")))
                .as("other characters at another home")
                .isFalse();
        assertThat(fits(HANAKO, at(woman("", "", "", "", BORN), "広島県仮名市九丁目2-8")))
                .as("no name at another home")
                .isFalse();
    }

    @Test
    void aTwinWaits() {
        assertThat(fits(HANAKO, woman("架空", "花代", "カクウ", "ハナヨ", BORN))).isFalse();
        assertThat(fits(woman("架空", "陸", "カクウ", "リク", BORN), woman("架空", "空", "カクウ", "リク", BORN)))
                .as("one reading, other characters")
                .isFalse();
        assertThat(fits(woman("", "", "カクウ", "サクラ", BORN), woman("", "", "カクウ", "サクヤ", BORN)))
                .isFalse();
    }

    @Test
    void spellingsOfOneNameAreOneName() {
        assertThat(fits(woman("髙橋", "花子", "タカハシ", "ハナコ", BORN), woman("高　橋", "花子", "ﾀｶﾊｼ ", "ﾊﾅｺ", null)))
                .isTrue();
        assertThat(fits(HANAKO, woman("架空", "華子", "ｶｸｳ", "ﾊﾅｺ", BORN))).isTrue();
        assertThat(fits(HANAKO, woman("架空花子", "", "", "", BORN))).isTrue();
        assertThat(fits(HANAKO, woman("", "", "ｶｸｳ", "ﾊﾅｺ", null))).isTrue();
        assertThat(fits(HANAKO, woman("ｶｸｳ", "ﾊﾅｺ", "", "", null))).isTrue();
    }

    @Test
    void aMissingFieldProvesNothing() {
        assertThat(fits(HANAKO, woman("架空", "花子", "", "", null))).isTrue();
        assertThat(fits(HANAKO, NOBODY)).isTrue();
        assertThat(fits(HANAKO, new Demographics("", "", "", "", null, "male", "", "", "", null)))
                .as("but a contradicting one counts")
                .isFalse();
        assertThat(fits(HANAKO, at(NOBODY, "広島県仮名市九丁目2-8")))
                .as("another home too")
                .isFalse();
        var nameless = new Demographics("", "", "", "", BORN, "female", "", "", "", null);
        assertThat(choice(List.of(known(1, HANAKO)), claim(nameless, false), false)
                        .fits())
                .isTrue();
        assertThat(choice(List.of(known(1, HANAKO)), claim(nameless, false), true)
                        .fits())
                .as("a twin is known")
                .isFalse();
    }

    @Test
    void aNewbornIsNamedByThePatientMasterAlone() {
        var baby = woman("架空", "ベビー", "カクウ", "ベビー", BORN);
        assertThat(choice(List.of(known(1, baby)), claim(HANAKO, true), false).fits())
                .isTrue();
        assertThat(choice(List.of(known(1, baby)), claim(HANAKO, false), false).fits())
                .isFalse();
        assertThat(choice(List.of(known(1, baby)), claim(HANAKO, true), true).fits())
                .as("a twin is known")
                .isFalse();
        assertThat(fits(woman("架空", "ベビー１", "カクウ", "ベビー", BORN), woman("架空", "ベビー２", "カクウ", "ベビー", BORN)))
                .isFalse();
    }

    @Test
    void theBestOfSeveralHumansIsChosen() {
        var man = new Demographics("仮名", "一郎", "カメイ", "イチロウ", LATER, "male", "", "", "", DIED);
        var epochs = List.of(known(1, man), known(2, HANAKO));
        assertThat(choice(epochs, claim(HANAKO, false), false))
                .returns(2L, one -> one.epoch().id());
        var late = new Demographics("仮名", "一郎", "カメイ", "イチロウ", null, "unknown", "", "", "", null);
        var result = choice(epochs, claim(late, false), false);
        assertThat(result.fits()).isTrue();
        assertThat(result.epoch().id()).as("a late result of the dead").isEqualTo(1);
        assertThat(choice(epochs, claim(NOBODY, false), false).fits())
                .as("several humans and nothing said")
                .isFalse();
    }

    @Test
    void ofTheDeadOnlyLateResultsCome() {
        var dead = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "female", "", HOME, "", DIED);
        assertThat(fits(dead, HANAKO)).isTrue();
        assertThat(fits(dead, NOBODY)).isTrue();
        assertThat(fits(dead, woman("見本", "花子", "ミホン", "ハナコ", BORN))).isFalse();
        var later = APRIL.plusMonths(6);
        assertThat(choice(List.of(known(1, dead)), new PatientClaim("1", NOBODY, later, false), false)
                        .fits())
                .isFalse();
        var visit = new PatientClaim("1", HANAKO, APRIL, false, null, APRIL.toLocalDate());
        assertThat(choice(List.of(known(1, dead)), visit, false).fits())
                .as("a new visit")
                .isFalse();
    }

    @Test
    void theFirstMessageIsComparedWithThePersonWhomADeskTied() {
        var tied = new Epoch(1, 1, NOBODY, 0, OffsetDateTime.MIN, null, HANAKO);
        assertThat(choice(List.of(tied), claim(HANAKO, true), false).fits()).isTrue();
        assertThat(choice(List.of(tied), claim(woman("仮名", "桜", "カメイ", "サクラ", LATER), true), false)
                        .fits())
                .isFalse();
        var after = tied.after(claim(woman("架空", "花子", "", "", null), false));
        assertThat(choice(List.of(after), claim(woman("架空", "花子", "", "", LATER), true), false)
                        .fits())
                .as("a birth date that no message told yet")
                .isFalse();
    }

    @Test
    void aNumberNobodyHasSentYetIsWhoeverComesFirst() {
        assertThat(fits(NOBODY, HANAKO)).isTrue();
    }

    @Test
    void theLastDemographicsByMessageTimeAreShownAndTheMastersBeforeOthers() {
        var hanako = known(1, HANAKO);
        assertThat(hanako.yieldsTo(new PatientClaim("1", HANAKO, APRIL, true))).isTrue();
        assertThat(hanako.yieldsTo(new PatientClaim("1", HANAKO, APRIL.minusMonths(3), true)))
                .isFalse();
        assertThat(hanako.yieldsTo(new PatientClaim("1", HANAKO, APRIL, false))).isFalse();
        var fromAnOrder = new Epoch(1, 1, HANAKO, 0, APRIL, null);
        assertThat(fromAnOrder.yieldsTo(new PatientClaim("1", HANAKO, APRIL.minusDays(9), true)))
                .isTrue();
    }

    /// Of the first only sex, home or telephone was told.
    @Test
    void aNumberOfWhomOnlySexOrHomeIsKnownTakesNobodyWhomThatContradicts() {
        var someMan = new Demographics("", "", "", "", null, "male", "", "", "", null);
        assertThat(fits(someMan, HANAKO)).as("another sex").isFalse();
        assertThat(fits(at(NOBODY, "広島県仮名市九丁目2-8"), HANAKO)).as("another home").isFalse();
        assertThat(fits(at(NOBODY, HOME), HANAKO)).isTrue();
        var dead = new Demographics("", "", "", "", null, "unknown", "", "", "", DIED);
        var visit = new PatientClaim("1", HANAKO, APRIL, false, null, APRIL.toLocalDate());
        assertThat(choice(List.of(known(1, dead)), visit, false).fits())
                .as("a visit after a death of which nothing else was told")
                .isFalse();
    }

    @Test
    void aGivenNameThatNobodyCanReadIsNoNameOfATwin() {
        var aoi = woman("架空", "葵", "カクウ", "アオイ", BORN);
        assertThat(fits(aoi, woman("架空", "〓", "カクウ", "アカネ", BORN)))
                .as("another reading")
                .isFalse();
        assertThat(fits(aoi, woman("架空", "〓", "", "", null)))
                .as("no birth date")
                .isFalse();
        assertThat(fits(aoi, woman("架空", "〓", "ｶｸｳ", "ｱｵｲ", BORN)))
                .as("the same reading")
                .isTrue();
        assertThat(choice(List.of(known(1, aoi)), claim(woman("架空", "〓", "", "", BORN), false), true)
                        .fits())
                .as("a twin is known")
                .isFalse();
        assertThat(fits(woman("髙橋", "花子", "タカハシ", "ハナコ", BORN), woman("〓橋", "花子", "", "", null)))
                .as("a surname that can be read in part")
                .isTrue();
    }

    /// ユキ and ユウキ.
    @Test
    void kanaALengthApartWaitWhereATwinIsKnown() {
        var prolonged = woman("", "", "カクウ", "ユウキ", BORN);
        assertThat(choice(List.of(known(1, woman("", "", "カクウ", "ユキ", BORN))), claim(prolonged, false), true)
                        .fits())
                .isFalse();
    }

    @Test
    void aTwinIsKnownByTheSurnameHoweverItIsWritten() {
        var aoi = woman("髙橋", "葵", "", "", BORN);
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("高橋", "茜", "", "", BORN)))
                .isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("高橋茜", "", "", "", BORN)))
                .isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("", "", "ﾀｶﾊｼ", "ｱｶﾈ", BORN)))
                .as("in kana alone")
                .isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, NOBODY)).as("not said").isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("架空", "茜", "カクウ", "アカネ", BORN)))
                .isFalse();
        assertThat(NameLikeness.maybeOneFamily(woman("", "", "タカハシ", "アオイ", BORN), woman("", "", "カクウ", "アカネ", BORN)))
                .isFalse();
    }

    @Test
    void whatAMessageLeavesOutStaysKnown() {
        var dead = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "female", "", HOME, "", DIED);
        var after = known(1, dead).after(claim(woman("架空", "花子", "", "", null), true));
        assertThat(after.shown()).isEqualTo(dead);
    }

    private static boolean fits(Demographics known, Demographics claimed) {
        return choice(List.of(known(1, known)), claim(claimed, false), false).fits();
    }

    private static EpochChoice choice(List<Epoch> epochs, PatientClaim patientClaim, boolean twin) {
        return EpochChoice.of(epochs, patientClaim, one -> twin);
    }

    private static Epoch known(long id, Demographics shown) {
        var at = APRIL.minusMonths(2);
        return new Epoch(id, (int) id, shown, 1, at, shown.diedOn() == null ? null : at);
    }

    private static PatientClaim claim(Demographics of, boolean master) {
        return new PatientClaim("1", of, APRIL, master);
    }

    private static Demographics woman(
            String family, String given, String familyKana, String givenKana, @Nullable LocalDate born) {
        return new Demographics(family, given, familyKana, givenKana, born, "female", "", HOME, "", null);
    }

    private static Demographics at(Demographics of, String address) {
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
