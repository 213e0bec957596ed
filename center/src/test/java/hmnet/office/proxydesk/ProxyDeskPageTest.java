package hmnet.office.proxydesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.proxies.Proxies;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Requester;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// The office records who represents whom, and a death.
class ProxyDeskPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/proxies");
    private static final String BORN = "S25.2.28";

    @Autowired
    private ProxyDeskPage page;

    @Autowired
    private Proxies proxies;

    @Autowired
    private Tickets tickets;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private Requester office;
    private Card person;
    private Card proxy;

    @BeforeEach
    void twoWithCards() {
        office = office();
        person = card();
        proxy = card();
        consents.record(person.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office);
    }

    private String ticket(Requester to) {
        return tickets.write(new Ticket(person.holder().id(), "consent"), to);
    }

    private ProxyForm form(String kind, String birth, LocalDate until) {
        return new ProxyForm(
                ticket(office),
                proxy.number().value(),
                birth,
                kind,
                List.of("see"),
                "nothing",
                until.toString(),
                "guardian-register");
    }

    @Test
    void aGuardianIsRecordedByOneAgreedByAnotherAndEndedWithAReason() {
        var answer = page.record(form("guardian", BORN, today.plusYears(2)), office, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        var id = proxies.of(person.holder().id()).getFirst().id();
        assertThat(page.waiting(null, office, FRAME).getBody())
                .contains(person.holder().name());
        assertThat(String.valueOf(
                        page.agree(id, "agree", office, FRAME).getHeaders().getLocation()))
                .as("never the one who recorded it")
                .contains("told=oneself");
        assertThat(proxies.of(person.holder().id()).getFirst().standing()).isFalse();
        page.agree(id, "agree", office(), FRAME);
        assertThat(proxies.of(person.holder().id()).getFirst().standing()).isTrue();
        assertThat(page.end(ticket(office), id, "because", office, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        page.end(ticket(office), id, "court", office, FRAME);
        assertThat(proxies.of(person.holder().id())).isEmpty();
    }

    @Test
    void whatCannotBeUsedRecordsNobody() {
        for (var form : List.of(
                form("parent", BORN, today.plusYears(1)),
                form("cousin", BORN, today.plusYears(1)),
                form("guardian", "S1.1.1", today.plusYears(1)),
                form("guardian", BORN, today.minusDays(1)))) {
            assertThat(page.record(form, office, FRAME).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(proxies.of(person.holder().id())).isEmpty();
    }

    @Test
    void aDeathEndsTheConsentAndLetsNobodyBeRecorded() {
        page.died(ticket(office), today.plusDays(1).toString(), "family", office, FRAME);
        assertThat(consents.of(person.holder().id()).state()).isEqualTo(ConsentState.GIVEN);
        page.died(ticket(office), today.toString(), "family", office, FRAME);
        assertThat(consents.of(person.holder().id()).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(page.record(form("guardian", BORN, today.plusYears(1)), office, FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.show(ticket(office), "died", office, FRAME).getBody()).contains("ご遺族");
        page.lives(ticket(office), office, FRAME);
        assertThat(consents.of(person.holder().id()).state())
                .as("the person says it anew")
                .isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void whoHasNotReadTheCardIsSentBackToIt() {
        for (var card : List.of("", "x.y.z", ticket(office()))) {
            for (var answer : List.of(
                    page.show(card, null, office, FRAME),
                    page.end(card, 1, "court", office, FRAME),
                    page.died(card, today.toString(), "family", office, FRAME),
                    page.lives(card, office, FRAME))) {
                assertThat(String.valueOf(answer.getHeaders().getLocation())).isEqualTo("/office/consents");
            }
        }
    }
}
