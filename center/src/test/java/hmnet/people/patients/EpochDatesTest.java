package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which human a chart number means by days of birth, care and death, and what is known of them afterwards.
class EpochDatesTest extends EpochCase {
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

    /// A receipt of the month of the death, with care before it and after.
    @Test
    void careUntilAfterTheDeathIsCareAfterIt() {
        var dead = List.of(known(1, new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "female", "", HOME, "", DIED)));
        var first = DIED.minusDays(9);
        var at = APRIL.with(first);
        assertThat(choice(dead, new PatientClaim("1", NOBODY, at, false, null, null, first, DIED.minusDays(1)), false)
                        .fits())
                .isTrue();
        assertThat(choice(dead, new PatientClaim("1", NOBODY, at, false, null, null, first, DIED.plusDays(9)), false)
                        .fits())
                .isFalse();
        assertThat(choice(dead, new PatientClaim("1", HANAKO, at, false, null, null, first, DIED.plusDays(9)), false)
                        .fits())
                .as("late results of her own")
                .isTrue();
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

    @Test
    void whatAMessageLeavesOutStaysKnown() {
        var dead = new Demographics("架空", "花子", "カクウ", "ハナコ", BORN, "female", "", HOME, "", DIED);
        var after = known(1, dead).after(claim(woman("架空", "花子", "", "", null), true));
        assertThat(after.shown()).isEqualTo(dead);
    }

    @Test
    void lettersDoNotReplaceCharacters() {
        var after = known(1, HANAKO).after(claim(woman("KAKUU", "HANAKO", "", "", BORN), true));
        assertThat(after.shown()).isEqualTo(HANAKO);
        var foreign = known(1, woman("KAKUU", "HANAKO", "", "", BORN)).after(claim(HANAKO, true));
        assertThat(foreign.shown()).isEqualTo(HANAKO);
        var master = woman("NGUYEN", "VAN ANH", "グエン", "ヴァンアン", BORN);
        assertThat(known(1, woman("グエン", "ヴァンアン", "", "", BORN))
                        .after(claim(master, true))
                        .shown())
                .as("letters that come with their reading")
                .isEqualTo(master);
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
}
