package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.counter.Tickets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.filing.Ward;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A card ends only after somebody looked at whose it is and what follows (U20).
class PeoplePageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/people");

    @Autowired
    private PeoplePage peoplePage;

    @Autowired
    private Tickets tickets;

    @Test
    void nothingEndsAtTheFirstPress() {
        var office = office();
        var card = card();
        var ticket = tickets.write(new Tickets.Ticket(card.holder().id(), "people"), office);
        var end = new CardEnd(ticket, "lost", null, null, "1");
        var look = peoplePage.next(end, office, FRAME);
        assertThat(look.getStatusCode().value()).isEqualTo(200);
        assertThat(look.getBody())
                .contains(
                        card.holder().name(),
                        "元には戻せません",
                        "action=\"/office/people/reissue\"",
                        "value=\"" + ticket + "\"");
        assertThat(peoplePage.loss(end, office, FRAME).getBody()).contains("元には戻せません");
        assertThat(cards.readQr(cards.qrOf(card.number()), office))
                .as("works on")
                .isPresent();
        assertThat(peoplePage.reissue(end, office, FRAME).getStatusCode().value())
                .isEqualTo(303);
        assertThat(cards.history(card.holder().id())).hasSize(2);
        assertThat(peoplePage.reissue(end, office, FRAME).getStatusCode().value())
                .as("back, and pressed again")
                .isEqualTo(422);
        assertThat(cards.history(card.holder().id())).hasSize(2);
        assertThat(peoplePage.lost(end, office, FRAME).getStatusCode().value()).isEqualTo(303);
        assertThat(cards.history(card.holder().id())).noneMatch(one -> one.active());
    }
}
