package hmnet.office.protectiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.filing.Ward;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A protection is looked at, carried out once, and told at an address of its own.
class ProtectionPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/protection");

    @Autowired
    ProtectionPage page;

    @Autowired
    Protections protections;

    @Autowired
    Tickets tickets;

    @Test
    void whoIsProtectedIsLookedAtFirstAndToldAtAnAddress() {
        var clerk = office();
        var holder = card().holder();
        var ticket = tickets.write(new Ticket(holder.id(), "protection"), clerk);
        var order = new ProtectionPage.Order(ticket, "person", "photo", "", "");
        assertThat(page.look(order, clerk, FRAME).getBody()).contains(holder.name(), "action=\"/protection\"");
        assertThat(protections.isProtected(holder.id())).isFalse();
        var done = page.protect(order, clerk, FRAME);
        assertThat(done.getHeaders().getLocation()).hasToString("/protection?done=true");
        assertThat(protections.isProtected(holder.id())).isTrue();
    }

    @Test
    void theFirstLookCarriesNothingOutWhateverIsWrongWithIt() {
        var clerk = office();
        var holder = card().holder();
        var other = tickets.write(new Ticket(holder.id(), "protection"), office());
        var own = tickets.write(new Ticket(holder.id(), "protection"), clerk);
        assertThat(page.look(new ProtectionPage.Order(other, "person", "photo", "", ""), clerk, FRAME)
                        .getBody())
                .as("another's ticket")
                .doesNotContain(holder.name());
        assertThat(page.look(new ProtectionPage.Order(own, "person", "", "", ""), clerk, FRAME)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(page.look(new ProtectionPage.Order(own, null, "photo", "どこにもない病院", "nobody-of-us"), clerk, FRAME)
                        .getBody())
                .contains("id=\"e-askedBy\"", "id=\"e-facilities\"", "まだ保護していません: どこにもない病院", "id=\"e-staff\"")
                .containsPattern("value=\"photo\" required checked")
                .doesNotContain("id=\"e-checkedHow\"", "role=\"alert\"");
        assertThat(protections.isProtected(holder.id())).isFalse();
    }

    @Test
    void whatWasTypedStandsAgainWithWhatIsWrongBesideIt() {
        assertThat(page.find("シケン", "S99.9.9", office(), FRAME).getBody())
                .contains("value=\"シケン\"", "value=\"S99.9.9\"", "id=\"e-birth\"", "aria-invalid=\"true\"");
    }
}
