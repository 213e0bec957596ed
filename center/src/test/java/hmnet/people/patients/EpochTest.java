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
        var visit = new PatientClaim("1", HANAKO, APRIL, false, null, APRIL.toLocalDate(), null);
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
        var visit = new PatientClaim("1", HANAKO, APRIL, false, null, APRIL.toLocalDate(), null);
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
    void aSurnameThatNobodyCanReadIsNoSurname() {
        var hanako = woman("架空", "花子", "", "", BORN);
        var unread = woman("〓〓", "花子", "", "", null);
        assertThat(fits(hanako, unread)).as("the home is the same").isTrue();
        assertThat(fits(at(hanako, ""), at(unread, ""))).as("nothing else is").isFalse();
        assertThat(fits(at(hanako, ""), at(woman("〓空", "花子", "", "", null), "")))
                .isFalse();
        assertThat(fits(at(hanako, ""), at(woman("〓空", "花子", "", "", BORN), "")))
                .isTrue();
    }

    @Test
    void surnamesAloneAreNotAName() {
        var girl = woman("三浦", "", "ミウラ", "", BORN);
        var boy = new Demographics("三浦", "", "", "", BORN, "male", "", HOME, "", null);
        assertThat(fits(girl, boy)).isFalse();
        assertThat(fits(girl, woman("", "", "ﾐｳﾗ", "", null))).isFalse();
        assertThat(fits(HANAKO, woman("架空", "", "カクウ", "", null)))
                .as("of a family")
                .isFalse();
        assertThat(fits(woman("三浦", "葵", "ミウラ", "", BORN), woman("", "", "ミウラ", "", null)))
                .as("the reading of a surname")
                .isFalse();
        assertThat(fits(woman("ミウラ", "アオイ", "ミウラ", "", BORN), woman("", "", "ミウラ", "", null)))
                .isFalse();
        assertThat(fits(woman("長谷川", "", "ハセガワ", "", BORN), woman("", "", "ハセガワ", "", null)))
                .isFalse();
        assertThat(fits(woman("NGUYEN", "", "", "", BORN), woman("NGUYEN", "", "", "", null)))
                .isFalse();
        assertThat(fits(woman("架空花子", "", "", "", BORN), woman("架空花子", "", "", "", null)))
                .as("a whole name without a space")
                .isTrue();
    }

    @Test
    void aTownDoesNotReplaceAHome() {
        var after = known(1, HANAKO).after(claim(at(HANAKO, "広島県架空市"), true));
        assertThat(after.shown().address()).isEqualTo(HOME);
        assertThat(known(1, HANAKO)
                        .after(claim(at(HANAKO, "広島県仮名市"), true))
                        .shown()
                        .address())
                .isEqualTo("広島県仮名市");
    }

    @Test
    void afterAMarriageAGivenNameThatNobodyCanReadIsNoName() {
        var unread = woman("見本", "花〓", "ミホン", "ハナヨ", BORN);
        assertThat(fits(HANAKO, unread)).isFalse();
        assertThat(fits(HANAKO, woman("見本", "花〓", "ミホン", "ハナコ", BORN))).isTrue();
    }

    @Test
    void aNewbornUnderTheMothersNumberWaitsEvenWithHerBirthDate() {
        assertThat(fits(HANAKO, woman("架空花子", "ベビー", "カクウハナコ", "ベビー", BORN))).isFalse();
        var lastWeek = APRIL.toLocalDate().minusDays(7);
        var child = woman("架空", "葵", "カクウ", "アオイ", lastWeek);
        assertThat(fits(child, woman("架空", "ベビー", "カクウ", "ベビー", lastWeek))).isTrue();
    }

    @Test
    void aNewbornIsKnownByTheReadingAlone() {
        var baby = woman("", "", "カクウ", "ベビー", BORN);
        assertThat(fits(baby, woman("", "", "ｶｸｳ", "ﾍﾞﾋﾞｰ", null)))
                .as("no birth date")
                .isFalse();
        assertThat(choice(List.of(known(1, baby)), claim(woman("架空", "〓", "カクウ", "ベビー", BORN), false), true)
                        .fits())
                .as("a twin is known")
                .isFalse();
    }

    @Test
    void aBoyAndAGirlBornTogetherAreTwo() {
        var boy = new Demographics("架空", "男児", "", "", BORN, "unknown", "", HOME, "", null);
        assertThat(fits(boy, new Demographics("架空", "女児", "", "", BORN, "unknown", "", HOME, "", null)))
                .isFalse();
        assertThat(fits(boy, new Demographics("架空", "ベビー", "", "", BORN, "male", "", HOME, "", null)))
                .isTrue();
        assertThat(fits(boy, new Demographics("架空", "BABY", "", "", BORN, "male", "", HOME, "", null)))
                .isTrue();
    }

    /// Only the number is the same, and numbers are given to others.
    @Test
    void aNameAloneAndABirthDateAloneHaveNothingInCommon() {
        var named = at(woman("架空", "花子", "カクウ", "ハナコ", null), "");
        var born = new Demographics("", "", "", "", LATER, "female", "", "", "", null);
        assertThat(fits(named, born)).isFalse();
        assertThat(fits(born, named)).isFalse();
        assertThat(fits(NOBODY, named)).isTrue();
        assertThat(fits(named, NOBODY)).isTrue();
    }

    @Test
    void nobodyIsSeenBeforeTheyWereBorn() {
        var years = APRIL.minusYears(60);
        assertThat(choice(
                                List.of(known(1, woman("架空", "花子", "", "", LATER))),
                                cared(NOBODY, years.toLocalDate()),
                                false)
                        .fits())
                .as("a result that tells nobody")
                .isFalse();
        assertThat(choice(
                                List.of(known(1, HANAKO)),
                                cared(
                                        woman("架空", "花子", "", "", null),
                                        APRIL.minusYears(90).toLocalDate()),
                                false)
                        .fits())
                .as("a namesake of long ago")
                .isFalse();
        assertThat(choice(
                                List.of(known(1, HANAKO)),
                                cared(HANAKO, APRIL.minusYears(90).toLocalDate()),
                                false)
                        .fits())
                .as("the date of care is a mistake")
                .isTrue();
        var seen = new Epoch(1, 1, NOBODY, 0, years, null);
        assertThat(choice(List.of(seen), claim(woman("架空", "花子", "", "", LATER), true), false)
                        .fits())
                .as("seen before this one was born")
                .isFalse();
    }

    @Test
    void twoDeathsAreTwoHumans() {
        var dead = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "female", "", HOME, "", DIED);
        var other = new Demographics("架空", "花子", "", "", null, "female", "", "", "", DIED.minusDays(9));
        assertThat(fits(dead, other)).isFalse();
        var corrected = new Demographics("架空", "花子", "", "", BORN, "female", "", "", "", DIED.minusDays(1));
        assertThat(fits(dead, corrected)).as("the day is corrected").isTrue();
    }

    /// Of the other holder neither home nor birth date was told yet: they may be the same.
    @Test
    void whatIsNotKnownOfAnotherHolderMayBeAsTheMessageSays() {
        var known = known(1, HANAKO);
        var twin = known(2, at(woman("架空", "花代", "カクウ", "ハナヨ", BORN), ""));
        var nameless = woman("", "", "", "", BORN);
        assertThat(choice(List.of(known, twin), claim(nameless, false), false).fits())
                .isFalse();
        var elsewhere = known(2, at(woman("架空", "花代", "カクウ", "ハナヨ", BORN), "広島県仮名市九丁目2-8"));
        assertThat(choice(List.of(known, elsewhere), claim(nameless, false), false)
                        .fits())
                .isTrue();
    }

    /// The characters of the given name are mistyped; the birth date says which of the two it is, and the kana do not.
    @Test
    void aSlipInTheNameLeavesTheHolderOfTheBirthDateARival() {
        var hanako = known(1, woman("架空", "花子", "カクウ", "ハナコ", BORN));
        var other = known(2, woman("", "", "カクウ", "ハナコ", null));
        assertThat(choice(List.of(hanako, other), claim(woman("〓〓", "北了", "カクウ", "ハナコ", BORN), false), false)
                        .fits())
                .isFalse();
    }

    /// Whom a question asks about may be another holder.
    @Test
    void whileANamesakeWaitsNothingIsFiledByTheNameAlone() {
        var nameless = new PatientClaim("1", NOBODY, APRIL, false);
        var alone = claim(at(woman("架空", "花子", "カクウ", "ハナコ", null), ""), false);
        var namesake = at(woman("架空", "花子", "カクウ", "ハナコ", LATER), "");
        var girl = at(woman("見本", "桜", "ミホン", "サクラ", LATER), "");
        var known = List.of(known(1, HANAKO));
        assertThat(EpochChoice.of(known, List.of(namesake), alone, one -> false).fits())
                .isFalse();
        assertThat(EpochChoice.of(known, List.of(girl), alone, one -> false).fits())
                .as("called otherwise")
                .isTrue();
        assertThat(EpochChoice.of(known, List.of(girl), nameless, one -> false).fits())
                .as("nothing told")
                .isFalse();
        assertThat(EpochChoice.of(known, List.of(namesake), claim(HANAKO, false), one -> false)
                        .fits())
                .as("name and birth date")
                .isTrue();
    }

    @Test
    void ofTheDeadComesNoCareAfterTheDeath() {
        var dead = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "female", "", HOME, "", DIED);
        var after = DIED.plusDays(9);
        var before = DIED.minusDays(1);
        assertThat(choice(List.of(known(1, dead)), cared(NOBODY, before), false).fits())
                .isTrue();
        assertThat(choice(List.of(known(1, dead)), cared(NOBODY, after), false).fits())
                .isFalse();
        assertThat(choice(List.of(known(1, dead)), cared(HANAKO, after), false).fits())
                .as("name and birth date")
                .isTrue();
    }

    private static PatientClaim cared(Demographics of, LocalDate on) {
        return new PatientClaim("1", of, APRIL, false, null, null, on);
    }

    @Test
    void aHomeToldInPartNeitherSpeaksForNorAgainstIt() {
        var hanako = at(woman("架空", "花子", "カクウ", "ハナコ", BORN), "広島県架空市一丁目1-1-203");
        assertThat(home(hanako, "広島県架空市")).isEqualTo(FieldLikeness.MISSING);
        assertThat(home(at(hanako, "広島県架空市"), "架空市")).isEqualTo(FieldLikeness.MISSING);
        assertThat(home(hanako, "1-1-1-203")).isEqualTo(FieldLikeness.MISSING);
        assertThat(home(hanako, "架空市1-1-1")).as("without the room").isEqualTo(FieldLikeness.SAME);
        assertThat(home(hanako, "架空市1-1-1-305")).isEqualTo(FieldLikeness.OTHER);
        assertThat(home(hanako, "仮名市")).isEqualTo(FieldLikeness.OTHER);
        var postal = new Demographics("", "", "", "", null, "unknown", "730-0001", "", "", null);
        var other = new Demographics("", "", "", "", null, "unknown", "7300002", "", "", null);
        assertThat(FieldLikeness.home(postal, postal)).isEqualTo(FieldLikeness.MISSING);
        assertThat(FieldLikeness.home(postal, other)).isEqualTo(FieldLikeness.OTHER);
    }

    private static FieldLikeness home(Demographics of, String address) {
        return FieldLikeness.home(of, at(of, address));
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
        return EpochChoice.of(epochs, List.of(), patientClaim, one -> twin);
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
