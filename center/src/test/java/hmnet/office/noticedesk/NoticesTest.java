package hmnet.office.noticedesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.notices.ConsentNotices.NoticeAnswer;
import hmnet.consent.notices.NoticeBook;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// What is explained before somebody consents changes by two, ends no consent, and hangs where patients see it.
class NoticesTest extends ResidentWard {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/notices");

    @Autowired
    private NoticesPage page;

    @Autowired
    private PostedNoticePage wall;

    @Autowired
    private ConsentNotices notices;

    @Autowired
    private Audit audit;

    /// Versions stand for ever; the other tests of this centre begin with the first one.
    @AfterEach
    void onlyTheFirstVersionStands() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("delete from posted_notice");
            statement.execute("delete from consent_notice where version <> '2026-04'");
            statement.execute("update approval set state = 'lapsed', settled_at = now()"
                    + " where kind = 'consent-notice' and state = 'open'");
            connection.commit();
        }
        await(() -> notices.current().equals(ConsentNotice.FIRST));
    }

    private static NoticeForm form(String version, LocalDate from, @Nullable String anew) {
        return new NoticeForm(version, "新しいご説明", "介護の事業所が加わりました。\r\n見せ方は変わりません。", from.toString(), anew);
    }

    private void decided(String version, @Nullable String anew) {
        assertThat(page.propose(form(version, notices.today(), anew), office(), FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(notices.agree(version, office())).isEqualTo(NoticeAnswer.DONE);
    }

    private Card agreed() {
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", notices.current(), office());
        return card;
    }

    private String shown(Requester by) {
        return String.valueOf(page.show(null, null, by, FRAME).getBody());
    }

    @Test
    void aVersionTakesTwoAndTheProposerIsNotTheSecond() {
        var proposer = office();
        page.propose(form("2027-01", notices.today(), null), proposer, FRAME);
        assertThat(notices.current()).isEqualTo(ConsentNotice.FIRST);
        assertThat(notices.agree("2027-01", proposer)).isEqualTo(NoticeAnswer.SECOND_PERSON);
        assertThat(shown(proposer)).contains("自分の提案を自分で確認することはできません");
        assertThat(shown(office())).contains("確認してこの版を決める", "介護の事業所が加わりました。");
        assertThat(notices.agree("2027-01", office())).isEqualTo(NoticeAnswer.DONE);
        assertThat(notices.current()).isEqualTo("2027-01");
        assertThat(notices.inForce().paragraphs()).hasSize(2);
        assertThat(notices.agree("2027-01", office())).isEqualTo(NoticeAnswer.GONE);
    }

    @Test
    void whatIsRefusedNeverHoldsAndMayBeProposedAnew() {
        page.propose(form("2027-02", notices.today(), null), office(), FRAME);
        assertThat(notices.refuse("2027-02", office())).isEqualTo(NoticeAnswer.DONE);
        assertThat(notices.current()).isEqualTo(ConsentNotice.FIRST);
        decided("2027-02", null);
        assertThat(notices.current()).isEqualTo("2027-02");
        assertThat(notices.refuse("2027-02", office()))
                .as("what was decided stands")
                .isEqualTo(NoticeAnswer.GONE);
    }

    @Test
    void whatIsWrongWithAVersionIsSaidBesideItsField() {
        var answer = page.propose(
                new NoticeForm("2027/04", "", "", notices.today().minusDays(1).toString(), null), office(), FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(String.valueOf(answer.getBody())).contains("英数字・ハイフン・ピリオド", "60 字まで", "4,000 字まで", "今日以後の日");
        assertThat(String.valueOf(page.propose(form(ConsentNotice.FIRST, notices.today(), null), office(), FRAME)
                        .getBody()))
                .contains("この版はもうあります");
    }

    @Test
    void aNewVersionEndsNoConsentAndAsksUntilTheResidentAnswers() {
        var card = agreed();
        var person = card.holder().id();
        var browser = signedIn(card);
        assertThat(browser.get("/my/consent").body()).doesNotContain("新しい説明があります");
        decided("2027-03", "yes");
        assertThat(consents.of(person).state()).isEqualTo(ConsentState.GIVEN);
        assertThat(browser.get("/my/consent").body()).contains("新しい説明があります", "介護の事業所が加わりました。", "これまでの同意はそのままです");
        browser.post("/my/consent/renewal", Map.of("version", ConsentNotice.FIRST));
        assertThat(consents.under(person)).as("an old page says nothing new").isEqualTo(ConsentNotice.FIRST);
        browser.post("/my/consent/renewal", Map.of("version", "2027-03"));
        assertThat(consents.under(person)).isEqualTo("2027-03");
        assertThat(consents.position(person)).contains(ConsentChoice.EVERYTHING);
        assertThat(browser.get("/my/consent?done=renewed").body())
                .contains("新しい説明での同意を登録しました")
                .doesNotContain("新しい説明があります");
        assertThat(audit.of(person.value(), 500).stream().filter(entry -> entry.action() == Action.CONSENT_RECORDED))
                .hasSize(2);
    }

    @Test
    void nobodyAgreesAnewWhoTookTheirConsentBack() {
        var card = agreed();
        var browser = signedIn(card);
        decided("2027-05", "yes");
        browser.post("/my/consent/withdrawal", Map.of());
        browser.post("/my/consent/renewal", Map.of("version", "2027-05"));
        assertThat(consents.of(card.holder().id()).state()).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void whoAgreedElsewhereIsOlderThanAllVersions() {
        var first = new ConsentNotice("a", "", "", LocalDate.of(2026, 4, 1), true);
        var second = new ConsentNotice("b", "", "", LocalDate.of(2027, 4, 1), false);
        var third = new ConsentNotice("c", "", "", LocalDate.of(2028, 4, 1), true);
        var book = new NoticeBook(List.of(third, first, second));
        var day = LocalDate.of(2027, 5, 1);
        assertThat(book.inForce(day)).isEqualTo(second);
        assertThat(book.asked("take-over", day)).contains(second);
        assertThat(book.asked("a", day)).isEmpty();
        assertThat(book.asked("b", LocalDate.of(2028, 4, 1))).contains(third);
        assertThat(book.asked("c", day)).as("recorded ahead of its day").isEmpty();
    }

    @Test
    void theOfficeSeesHowManyAgreeUnderWhichVersion() {
        agreed();
        var before = consents.givenUnder().get(ConsentNotice.FIRST);
        assertThat(before).isPositive();
        decided("2027-06", "yes");
        agreed();
        assertThat(consents.givenUnder()).containsEntry("2027-06", 1L).containsEntry(ConsentNotice.FIRST, before);
        assertThat(shown(office())).contains("<progress", "1 名");
    }

    @Test
    void aHospitalSaysSinceWhenTodaysVersionHangs() {
        var hospital = hospital();
        var desk = at(hospital, Profession.RECEPTION);
        assertThat(notices.notPosted()).contains(hospital);
        assertThat(String.valueOf(wall.show(desk, FRAME).getBody())).contains("掲示がまだ登録されていません", "断");
        assertThat(wall.post(notices.today().plusDays(1).toString(), ConsentNotice.FIRST, desk, FRAME)
                        .getStatusCode())
                .as("nothing hangs tomorrow")
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        wall.post(notices.today().toString(), "2019-04", desk, FRAME);
        assertThat(notices.notPosted()).as("an old page").contains(hospital);
        wall.post(notices.today().toString(), ConsentNotice.FIRST, desk, FRAME);
        assertThat(notices.notPosted()).doesNotContain(hospital);
        assertThat(String.valueOf(wall.show(desk, FRAME).getBody())).contains("から掲示しています");
        decided("2027-07", null);
        assertThat(notices.notPosted()).as("a new version hangs nowhere yet").contains(hospital);
    }
}
