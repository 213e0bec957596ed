package hmnet.consent.counter;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.links.Person;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What stands against a chart and a card being one human's.
class DeskComparisonTest {
    private static final LocalDate BORN = LocalDate.of(1948, 4, 12);
    private static final Person CARD =
            new Person(PersonId.fresh(), "", "試験", "花子", "シケン", "ハナコ", BORN, "female", "", "広島県見本市一丁目", "見本市", "");

    /// Who hides their home is compared without it.
    @Test
    void anotherSurnameTakesTwoPeopleWhereTheTownIsHidden() {
        var married = new PatientDetails("1", "架空　花子", "カクウ　ハナコ", BORN, "female", "広島県見本市二丁目");
        assertThat(DeskComparison.of(married, CARD, false).takesTwo()).isTrue();
        assertThat(DeskComparison.of(married, CARD, true).takesTwo()).isFalse();
    }

    private static DeskComparison of(String name, String kana, @Nullable LocalDate born, String sex, String address) {
        return DeskComparison.of(new PatientDetails("1", name, kana, born, sex, address), CARD, true);
    }

    @Test
    void spellingsAReadingASurnameAndAHouseAloneContradictNothing() {
        for (var same : List.of(
                of("試験　花子", "ｼｹﾝ ﾊﾅｺ", BORN, "female", "広島県見本市"),
                of("試験　花子", "シケン　ハナコ", BORN, "female", "広島県架空町"),
                of("試験　花子", "シケン　カコ", BORN, "female", ""),
                of("試験　華子", "シケン　ハナコ", BORN, "female", ""),
                of("架空　花子", "カクウ　ハナコ", BORN, "female", "広島県見本市二丁目"),
                of("試験　花子", "", BORN, "unknown", ""))) {
            assertThat(same.contradicts()).as(same.lines().toString()).isFalse();
            assertThat(same.takesTwo()).as(same.lines().toString()).isFalse();
        }
    }

    @Test
    void eachContradictionAloneTakesTwoPeople() {
        for (var other : List.of(
                of("試験　花子", "シケン　ハナコ", BORN.plusDays(1), "female", "広島県見本市"),
                of("試験　花子", "シケン　ハナコ", BORN.plusYears(10), "female", "広島県見本市"),
                of("試験　花子", "シケン　ハナコ", BORN, "male", "広島県見本市"),
                of("架空　桜", "カクウ　サクラ", BORN, "female", "広島県見本市"),
                of("架空　桜", "", BORN, "female", "広島県見本市"),
                of("", "カクウ　サクラ", BORN, "female", "広島県見本市"),
                // A sister, a newborn without a name, another surname in another town.
                of("試験　桜", "シケン　サクラ", BORN, "female", "広島県見本市"),
                of("試験　ベビー", "シケン　ベビー", BORN, "female", "広島県見本市"),
                of("架空　花子", "カクウ　ハナコ", BORN, "female", "広島県架空町"))) {
            assertThat(other.contradicts()).as(other.lines().toString()).isTrue();
            assertThat(other.takesTwo()).as(other.lines().toString()).isTrue();
        }
    }

    @Test
    void whatIsMissingContradictsNothingAndANameAloneTakesTwoPeople() {
        for (var thin : List.of(
                of("試験　花子", "シケン　ハナコ", null, "female", "広島県見本市"),
                of("試験　花子", "", null, "unknown", ""),
                of("", "", null, "unknown", ""),
                of("架空　花子", "", BORN, "unknown", ""),
                // Another surname in a town that nobody tells; no name, a surname alone: a twin would look the same.
                of("架空　花子", "カクウ　ハナコ", BORN, "female", ""),
                of("", "", BORN, "female", ""),
                of("試験", "シケン", BORN, "female", "広島県見本市"))) {
            assertThat(thin.contradicts()).as(thin.lines().toString()).isFalse();
            assertThat(thin.differs()).isTrue();
            assertThat(thin.takesTwo()).as(thin.lines().toString()).isTrue();
        }
    }
}
