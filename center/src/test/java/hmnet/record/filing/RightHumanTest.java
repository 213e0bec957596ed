package hmnet.record.filing;

import static hmnet.record.filing.Papers.ast;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.InboxState;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No message reaches the chart of another human without a human's word.
class RightHumanTest extends Ward {
    private static final LocalDate BORN_1931 = LocalDate.of(1931, 5, 3);
    private static final LocalDate BORN_2019 = LocalDate.of(2019, 5, 3);
    private static final PersonName MAN = new PersonName("仮名", "一郎", "カメイ", "イチロウ");
    private static final PersonName GIRL = new PersonName("見本", "さくら", "ミホン", "サクラ");

    private FacilityId hospital = new FacilityId(0);
    private Papers man = Papers.of(number());

    @BeforeEach
    void aManIsKnown() {
        hospital = hospital();
        man = Papers.of(number()).of(MAN, BORN_1931, "M");
        filed(hospital, man.profile());
    }

    @Test
    void anotherNameAndSexWithTheSameBirthDateWait() {
        assertThat(waits(man.later(9).of(GIRL, BORN_1931, "F").visit())).isTrue();
    }

    @Test
    void theSameNameBornEightyEightYearsLaterWaits() {
        assertThat(waits(man.later(9).of(MAN, BORN_2019, "M").visit())).isTrue();
    }

    @Test
    void anotherNameWithoutABirthDateWaits() {
        assertThat(waits(man.later(9).of(GIRL, null, "F").visit())).isTrue();
    }

    @Test
    void aLateResultOfTheDeadManNeverReachesTheGirl() {
        filed(hospital, man.later(1).died(man.at().toLocalDate()).profile());
        var girl = man.later(30).of(GIRL, BORN_2019, "F");
        assertThat(waits(girl.profile())).as("the number changed hands").isTrue();
        assertThat(waits(man.later(10).of(MAN, null, "M").results("000000000000001", ast("31", "F"))))
                .as("a late result of his own")
                .isFalse();
        assertThat(waits(man.later(200).of(MAN, null, "M").results("000000000000002", ast("31", "F"))))
                .as("much later")
                .isTrue();
        assertThat(db.sql("select count(*) from patient where facility = ?")
                        .param(hospital.value())
                        .query(Long.class)
                        .single())
                .as("nobody new without a word")
                .isOne();
    }

    @Test
    void aVisitAfterADeathWaits() {
        filed(hospital, man.later(1).died(man.at().toLocalDate()).profile());
        assertThat(waits(man.later(9).visit())).isTrue();
    }

    @Test
    void aSlipOfOneDigitAndAMissingFieldDoNotWait() {
        assertThat(waits(man.later(2).of(MAN, LocalDate.of(1931, 5, 8), "M").visit()))
                .isFalse();
        assertThat(waits(man.later(3).of(MAN, null, "M").visit())).isFalse();
    }

    private boolean waits(ReceivedFile file) {
        var state = state(hospital, filed(hospital, file).getFirst());
        return state.state() == FileState.QUARANTINED && reason(state).equals("other-human");
    }

    private static String reason(InboxState state) {
        return String.valueOf(state.reason());
    }
}
