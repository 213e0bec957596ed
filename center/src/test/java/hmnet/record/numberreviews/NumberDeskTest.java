package hmnet.record.numberreviews;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.numberreviews.NumberDesk.AnswerResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// The desk says whose messages are that fit nobody under their number.
class NumberDeskTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/desk/numbers");

    @Autowired
    NumberDesk desk;

    @Autowired
    NumberReviewPage page;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private long kept;

    @BeforeEach
    void aMessageWaits() {
        hospital = hospital();
        filed(hospital, Papers.of(number).profile());
        kept = filed(hospital, Papers.girl(number).visit()).getFirst().id();
    }

    private Requester desk() {
        return at(hospital, Profession.RECEPTION);
    }

    private NumberReview review() {
        return desk.list(false, desk()).getFirst();
    }

    private FileState state() {
        return inbox.state(hospital, kept).orElseThrow().state();
    }

    private long rows(PatientId patient) {
        try (var connection = owner();
                var result = connection
                        .createStatement()
                        .executeQuery("select count(*) from record where state = 1 and patient = " + patient.value())) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bothSidesStandSideBySide() {
        assertThat(page.own(false, null, desk(), FRAME).getBody()).contains(number).doesNotContain("さくら");
        assertThat(page.own(review().id(), desk(), FRAME).getBody()).contains("さくら", "花子", "不一致");
    }

    @Test
    void anotherFacilitysDeskSeesNothing() {
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(desk.list(false, stranger)).isEmpty();
        assertThat(page.own(review().id(), stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(desk.decide(review().id(), NumberDecision.WRONG, null, "誤り", stranger))
                .isEqualTo(AnswerResult.GONE);
        assertThat(desk.list(false, office())).as("the office sees all").isNotEmpty();
    }

    @Test
    void anotherHumanGetsAChartOfTheirOwn() {
        var review = review();
        assertThat(desk.decide(review.id(), NumberDecision.OTHER, null, " ", desk())).isEqualTo(AnswerResult.NO_REASON);
        assertThat(desk.decide(review.id(), NumberDecision.OTHER, null, "電話で確認", desk())).isEqualTo(AnswerResult.DONE);
        settle(hospital);
        var girl = desk.list(true, desk()).getFirst().named();
        assertThat(girl).isNotEqualTo(review.nearest()).isNotNull();
        assertThat(rows(girl)).isOne();
        assertThat(state()).isNotEqualTo(FileState.QUARANTINED);
        filed(hospital, Papers.girl(number).later(3).visit());
        assertThat(rows(girl)).as("later messages need no word").isEqualTo(2);
    }

    @Test
    void theSameHumanIsFiledWhereItWasSaidAndThatCanBeUndone() {
        var review = review();
        var hanako = review.nearest();
        assertThat(desk.decide(review.id(), NumberDecision.SAME, new PatientId(1), "電話で確認", desk()))
                .isEqualTo(AnswerResult.NO_HOLDER);
        var before = rows(hanako);
        desk.decide(review.id(), NumberDecision.SAME, hanako, "電話で確認", desk());
        settle(hospital);
        assertThat(rows(hanako)).isEqualTo(before + 1);
        assertThat(desk.undo(review.id(), desk())).isEqualTo(AnswerResult.DONE);
        assertThat(rows(hanako)).isEqualTo(before);
        assertThat(state()).isEqualTo(FileState.QUARANTINED);
        desk.decide(review.id(), NumberDecision.SAME, hanako, "やはり同じ方", desk());
        settle(hospital);
        assertThat(rows(hanako)).as("it stands again").isEqualTo(before + 1);
    }

    @Test
    void aWrongMessageReachesNoChartAndComesBackToTheDesk() {
        var id = review().id();
        desk.decide(id, NumberDecision.WRONG, null, "別の病院の電文", desk());
        assertThat(desk.list(false, desk())).isEmpty();
        desk.undo(id, desk());
        assertThat(desk.list(false, desk())).hasSize(1);
    }
}
