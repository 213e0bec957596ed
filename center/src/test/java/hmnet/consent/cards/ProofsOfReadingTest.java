package hmnet.consent.cards;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What proves that a card was read: the QR on it, and the ticket in the form that follows.
class ProofsOfReadingTest {
    private static final Keys KEYS = new Keys(new byte[32]);
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final Set<String> CARD = Set.of("card", "desk");
    private static final Ticket TICKET = new Ticket(PersonId.fresh(), "card");

    @Test
    void aTicketIsGoodForTenMinutesAndNoLonger() {
        var written = at(NOW).write(TICKET, reader(1));
        assertThat(at(NOW.plus(Duration.ofMinutes(10))).read(written, reader(1), CARD))
                .contains(TICKET);
        assertThat(at(NOW.plus(Duration.ofMinutes(11))).read(written, reader(1), CARD))
                .isEmpty();
    }

    @Test
    void nobodyElseCanUseATicket() {
        assertThat(at(NOW).read(at(NOW).write(TICKET, reader(1)), reader(2), CARD))
                .isEmpty();
    }

    @Test
    void whatOneCounterProvesIsNoProofAtAnother() {
        var written = at(NOW).write(new Ticket(PersonId.fresh(), "protection"), reader(1));
        assertThat(at(NOW).read(written, reader(1), CARD)).isEmpty();
        assertThat(at(NOW).read(written, reader(1), Set.of("protection"))).isPresent();
    }

    @Test
    void aTicketThatWasChangedIsWorthNothing() {
        var written = at(NOW).write(TICKET, reader(1));
        assertThat(at(NOW).read(written.replace(".card.", ".desk."), reader(1), CARD))
                .isEmpty();
        assertThat(at(NOW).read(
                                written.replace(
                                        TICKET.person().toString(),
                                        PersonId.fresh().toString()),
                                reader(1),
                                CARD))
                .isEmpty();
        assertThat(at(NOW).read("x".repeat(100_000), reader(1), CARD)).isEmpty();
        assertThat(at(NOW).read("...", reader(1), CARD)).isEmpty();
    }

    @Test
    void aQrSaysNumberAndIssueAndNothingPersonal() {
        var card = CardNumber.random(new SecureRandom());
        var payload = new CardQr(KEYS).payload(card, 3);
        assertThat(payload).matches("HM1\\.[0-9]{13}\\.3\\.[0-9a-f]{12}");
        assertThat(new CardQr(KEYS).read(payload + "\r\n")).contains(card);
    }

    @Test
    void aQrOfAnotherNetworkOrAChangedOneIsNone() {
        var payload = new CardQr(KEYS).payload(CardNumber.random(new SecureRandom()), 1);
        var others = new byte[32];
        others[0] = 1;
        assertThat(new CardQr(new Keys(others)).read(payload)).isEmpty();
        assertThat(new CardQr(KEYS).read(payload.replace(".1.", ".2."))).isEmpty();
        assertThat(new CardQr(KEYS).read(payload.substring(0, payload.length() - 1)))
                .isEmpty();
        assertThat(new CardQr(KEYS).read("HM1.1.1." + "0".repeat(200_000))).isEmpty();
        assertThat(new CardQr(KEYS).read("")).isEmpty();
    }

    private static Tickets at(Instant moment) {
        return new Tickets(KEYS, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static Requester reader(long staff) {
        return new Requester(
                new StaffId(staff),
                "reader",
                "見本 花子",
                Profession.RECEPTION,
                false,
                false,
                new FacilityId(1),
                "見本診療所",
                FacilityKind.CLINIC,
                Direction.VIEW);
    }
}
