package hmnet.consent.counter;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.links.Person;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What stands against a chart and a card being one human's.
class DeskComparisonTest {
    private static final LocalDate BORN = LocalDate.of(1948, 4, 12);
    private static final Person CARD =
            new Person(PersonId.fresh(), "", "試験", "花子", "シケン", "ハナコ", BORN, "female", "", "広島県見本市一丁目", "見本市", "");

    private static DeskComparison of(String name, String kana, @Nullable LocalDate born, String sex, String address) {
        return DeskComparison.of(new PatientDetails("1", name, kana, born, sex, address), CARD, true);
    }

    @Test
    void anotherNameAfterMarriageAndAnotherTownContradictNothing() {
        assertThat(of("試験　花子", "ｼｹﾝ ﾊﾅｺ", BORN, "female", "広島県見本市").contradicts())
                .isFalse();
        assertThat(of("試驗　花子", "シケン　ハナコ", BORN, "female", "広島県架空町").contradicts())
                .isFalse();
        assertThat(of("架空　花子", "カクウ　ハナコ", BORN, "female", "").contradicts())
                .as("married")
                .isFalse();
        assertThat(of("試験　花子", "", null, "unknown", "").contradicts())
                .as("what is missing contradicts nothing")
                .isFalse();
        assertThat(of("試験　花子", "", null, "unknown", "").differs()).isTrue();
    }

    @Test
    void anotherBirthDateSexOrNameContradicts() {
        assertThat(of("試験　花子", "シケン　ハナコ", BORN.plusDays(1), "female", "").contradicts())
                .isTrue();
        assertThat(of("試験　花子", "シケン　ハナコ", BORN, "male", "").contradicts()).isTrue();
        assertThat(of("架空　桜", "カクウ　サクラ", BORN, "female", "").contradicts()).isTrue();
        assertThat(of("架空　桜", "", BORN, "female", "").contradicts()).isTrue();
    }
}
