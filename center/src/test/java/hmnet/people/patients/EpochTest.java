package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which human a chart number means.
class EpochTest extends EpochCase {
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
    void spellingsOfOneNameAreOneName() {
        assertThat(fits(woman("髙橋", "花子", "タカハシ", "ハナコ", BORN), woman("高　橋", "花子", "ﾀｶﾊｼ ", "ﾊﾅｺ", null)))
                .isTrue();
        assertThat(fits(HANAKO, woman("架空", "華子", "ｶｸｳ", "ﾊﾅｺ", BORN))).isTrue();
        assertThat(fits(HANAKO, woman("架空花子", "", "", "", BORN))).isTrue();
        assertThat(fits(HANAKO, woman("", "", "ｶｸｳ", "ﾊﾅｺ", null))).isTrue();
        assertThat(fits(HANAKO, woman("ｶｸｳ", "ﾊﾅｺ", "", "", null))).isTrue();
    }

    /// As laboratories send them.
    @Test
    void aNameInLatinLettersIsComparedByItsSound() {
        assertThat(fits(HANAKO, woman("KAKUU", "HANAKO", "", "", BORN))).isTrue();
        assertThat(fits(woman("大野", "翔子", "オオノ", "ショウコ", BORN), woman("OHNO", "SHOKO", "", "", BORN)))
                .isTrue();
        assertThat(fits(woman("ｵｵﾉ", "ｼｮｳｺ", "", "", BORN), woman("Ono Shouko", "", "", "", BORN)))
                .isTrue();
        assertThat(fits(HANAKO, woman("KAKUU", "HANAYO", "", "", BORN)))
                .as("a twin")
                .isFalse();
        assertThat(fits(HANAKO, woman("MIHON", "SAKURA", "", "", BORN)))
                .as("somebody else born the same day")
                .isFalse();
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
}
