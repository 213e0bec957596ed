package hmnet.record.numberreviews;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.SealedDemographics;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.Quarantine;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.numberreviews.NumberDesk.AnswerResult;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
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

    @Autowired
    Protections protections;

    @Autowired
    Quarantine quarantine;

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

    private String name(PatientId patient) {
        var sealed = new SealedDemographics(keys());
        var said = db.sql("select id, shown from patient where id = ?")
                .param(patient.value())
                .query((row, n) -> sealed.patient(row, "id"))
                .single();
        return said.familyName() + said.givenName();
    }

    /// Whose the number is now.
    private long current() {
        return db.sql("select id from patient where facility = ? and number = ? and closed_at is null")
                .params(hospital.value(), sealedNumbers.of(hospital, number))
                .query(Long.class)
                .single();
    }

    private String counts() {
        return db.sql("select accepted || ' ' || repaired || ' ' || quarantined from inbox_count where facility = ?")
                .param(hospital.value())
                .query(String.class)
                .single();
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
        assertThat(page.own(false, 1, null, desk(), FRAME).getBody())
                .contains(number)
                .doesNotContain("さくら");
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
        assertThat(desk.decide(review.id(), NumberDecision.OTHER, null, " ", desk()))
                .isEqualTo(AnswerResult.NO_REASON);
        assertThat(desk.decide(review.id(), NumberDecision.OTHER, null, "電話で確認", desk()))
                .isEqualTo(AnswerResult.DONE);
        settle(hospital);
        var girl = Objects.requireNonNull(desk.list(true, desk()).getFirst().named());
        assertThat(girl).isNotEqualTo(review.nearest());
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
    void undoingLetsTheChartReadAsBeforeAndWeighsAnewWhatCameSince() {
        filed(hospital, Papers.girl(number).profile());
        var review = review();
        var hanako = review.nearest();
        var before = rows(hanako);
        desk.decide(review.id(), NumberDecision.SAME, hanako, "電話で確認", desk());
        settle(hospital);
        assertThat(name(hanako)).isEqualTo("見本さくら");
        var girl = Papers.girl(number).later(3).patient();
        var unborn = new PatientLine(
                number, girl.name(), null, girl.sex(), girl.postalCode(), girl.address(), girl.phone(), null);
        var since = filed(
                        hospital,
                        new Papers(unborn, Papers.girl(number).later(3).at()).visit())
                .getFirst();
        filed(hospital, Papers.of(number).later(40).visit());
        assertThat(rows(hanako)).isGreaterThan(before + 1);
        desk.undo(review.id(), desk());
        settle(hospital);
        assertThat(name(hanako)).isEqualTo("架空花子");
        assertThat(inbox.state(hospital, since.id()).orElseThrow().state()).isEqualTo(FileState.QUARANTINED);
        assertThat(rows(hanako)).as("her own of the time since stays").isEqualTo(before + 1);
    }

    @Test
    void undoingAnotherHumanLeavesTheNumberToTheFirst() {
        var review = review();
        desk.decide(review.id(), NumberDecision.OTHER, null, "電話で確認", desk());
        settle(hospital);
        var girl = Objects.requireNonNull(desk.list(true, desk()).getFirst().named());
        assertThat(current()).isEqualTo(girl.value());
        desk.undo(review.id(), desk());
        assertThat(rows(girl)).isZero();
        assertThat(name(girl)).isEmpty();
        assertThat(current()).isEqualTo(review.nearest().value());
        filed(hospital, Papers.of(number).later(60).visit());
        assertThat(state()).isEqualTo(FileState.QUARANTINED);
        desk.decide(review.id(), NumberDecision.OTHER, null, "やはり別の方", desk());
        settle(hospital);
        assertThat(desk.list(true, desk()).getFirst().named()).isNotEqualTo(girl);
    }

    @Test
    void anEarlierHoldersMessageThatComesLateDoesNotTakeTheNumberBack() {
        var other = hospital();
        filed(other, Papers.girl(number).profile(), Papers.of(number).profile());
        var review = desk.list(false, at(other, Profession.RECEPTION)).getFirst();
        desk.decide(review.id(), NumberDecision.OTHER, null, "前の方", at(other, Profession.RECEPTION));
        assertThat(demographicsAt(other)).extracting(Demographics::familyName).containsExactly("見本");
    }

    @Test
    void theNewHolderIsLinkedToNobodyAndTheFirstStaysTied() {
        var held = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, held);
        filed(hospital, Papers.of(held).profile());
        filed(hospital, Papers.girl(held).visit());
        var review = desk.list(false, desk()).stream()
                .filter(one -> one.claim().number().equals(held))
                .findFirst()
                .orElseThrow();
        desk.decide(review.id(), NumberDecision.OTHER, null, "電話で確認", desk());
        settle(hospital);
        assertThat(db.sql("""
                        select p.epoch || ' ' || (l.person is not null) from patient p
                          left join linkage l on l.patient = p.id and l.source = 'desk'
                         where p.facility = ? and p.number = ? order by p.epoch""")
                        .params(hospital.value(), sealedNumbers.of(hospital, held))
                        .query(String.class)
                        .list())
                .containsExactly("1 true", "2 false");
        desk.open(review.id(), desk());
        await(() -> logged("number-review-opened", "\"person\":\"" + person.value() + "\"")
                        .size()
                == 1);
    }

    @Test
    void theFirstMessageOnATiedNumberIsComparedWithThePerson() {
        var held = number();
        resident(ConsentChoice.EVERYTHING, hospital, held);
        filed(hospital, Papers.girl(held).profile());
        assertThat(desk.list(false, desk()))
                .extracting(one -> one.claim().number())
                .contains(held);
        filed(hospital, Papers.of(held).later(2).profile());
        assertThat(db.sql("select id from patient where facility = ? and number = ?")
                        .params(hospital.value(), sealedNumbers.of(hospital, held))
                        .query((row, n) -> name(new PatientId(row.getLong("id"))))
                        .list())
                .containsExactly("架空花子");
    }

    @Test
    void aProtectedPersonsAddressIsForTheHospitalsOwnDeskAlone() {
        var held = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, held);
        filed(hospital, Papers.of(held).profile());
        filed(hospital, Papers.girl(held).visit());
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        var review = desk.list(false, desk()).stream()
                .filter(one -> one.claim().number().equals(held))
                .findFirst()
                .orElseThrow();
        assertThat(page.own(review.id(), desk(), FRAME).getBody()).contains("架空市一丁目");
        assertThat(page.all(review.id(), office(), FRAME).getBody())
                .contains("表示しません", "さくら")
                .doesNotContain("架空市一丁目", "082-000-0000");
    }

    @Test
    void whatTellsNobodyIsAskedAboutDayByDay() {
        desk.decide(review().id(), NumberDecision.OTHER, null, "電話で確認", desk());
        settle(hospital);
        var nobody = new PatientLine(number, new PatientLine.PersonName("", "", "", ""), null, "", "", "", "", null);
        filed(hospital, new Papers(nobody, Papers.of(number).later(50).at()).visit());
        filed(hospital, new Papers(nobody, Papers.of(number).later(51).at()).visit());
        assertThat(desk.list(false, desk())).hasSize(2).allMatch(one -> one.messages() == 1);
        var first = review();
        desk.decide(first.id(), NumberDecision.SAME, first.nearest(), "日付で確認", desk());
        settle(hospital);
        assertThat(desk.list(false, desk())).as("the other day waits").hasSize(1);
    }

    /// Twins: the same words, two humans.
    @Test
    void aWordOnANewbornHoldsForItsOwnMessagesAlone() {
        var born = Papers.of(number).at().toLocalDate().plusDays(20);
        var baby = new Papers(
                        Papers.of(number).patient(), Papers.of(number).later(21).at())
                .of(new PatientLine.PersonName("見本", "ベビー", "ミホン", "ベビー"), born, "F");
        filed(hospital, baby.visit());
        var asked = desk.list(false, desk()).getLast();
        desk.decide(asked.id(), NumberDecision.SAME, asked.nearest(), "確認", desk());
        settle(hospital);
        filed(hospital, baby.later(1).visit());
        assertThat(desk.list(false, desk()))
                .extracting(one -> one.claim().demographics().givenName())
                .contains("ベビー");
    }

    @Test
    void theMessagesThatWaitAreNamed() {
        assertThat(page.own(review().id(), desk(), FRAME).getBody()).contains("待っている電文（1 件）", "ADT-12");
    }

    @Test
    void aQuestionGoesWithItsMessageOnceThatFits() {
        var held = number();
        var born = Papers.of(held).at().toLocalDate().minusDays(3);
        var unnamed = Papers.of(held).of(new PatientLine.PersonName("架空", "ベビー", "カクウ", "ベビー"), born, "F");
        var named = unnamed.later(9).of(new PatientLine.PersonName("架空", "葵", "カクウ", "アオイ"), born, "F");
        filed(hospital, unnamed.profile());
        var early = filed(hospital, named.visit()).getFirst();
        assertThat(asked(held)).hasSize(1);
        filed(hospital, named.later(1).profile());
        quarantine.retry(early.id(), desk());
        settle(hospital);
        assertThat(inbox.state(hospital, early.id()).orElseThrow().state()).isNotEqualTo(FileState.QUARANTINED);
        assertThat(asked(held)).isEmpty();
    }

    private List<NumberReview> asked(String of) {
        return desk.list(false, desk()).stream()
                .filter(one -> one.claim().number().equals(of))
                .toList();
    }

    @Test
    void moreThanAPageIsReachedByTheNextOne() {
        var other = hospital();
        var reception = at(other, Profession.RECEPTION);
        filed(other, Papers.of(number).profile());
        var nobody = new PatientLine(number, new PatientLine.PersonName("", "", "", ""), null, "M", "", "", "", null);
        filed(
                other,
                IntStream.rangeClosed(1, NumberReviewRows.PAGE + 1)
                        .mapToObj(day ->
                                new Papers(nobody, Papers.of(number).later(day).at()).visit())
                        .toArray(ReceivedFile[]::new));
        assertThat(page.own(false, 1, null, reception, FRAME).getBody()).contains("確認待ちは 101 件", "page=2");
        assertThat(page.own(false, 2, null, reception, FRAME).getBody())
                .contains(number)
                .doesNotContain("page=3");
    }

    @Test
    void aTakenBackFileIsCountedOnce() {
        var review = review();
        var counts = counts();
        desk.decide(review.id(), NumberDecision.SAME, review.nearest(), "電話で確認", desk());
        settle(hospital);
        desk.undo(review.id(), desk());
        assertThat(counts()).isEqualTo(counts);
    }

    @Test
    void whatWasChosenAndWrittenStaysWhenSomethingIsMissing() {
        assertThat(page.decideOwn(review().id(), "other", " ", desk(), FRAME).getBody())
                .contains("判断の理由を書いてください", "value=\"other\" checked");
        assertThat(page.decideOwn(review().id(), "", "電話で確認", desk(), FRAME).getBody())
                .contains("誰のものかを選んでください", "電話で確認");
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
