package hmnet.exchange.iti46;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.exchange.updates.Update;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.Schemas;
import hmnet.exchange.v3.SoapEnvelope;
import hmnet.exchange.v3.Soaped;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.MachineSockets;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals that hear of other numbers of their patients by SOAP.
class PostedUpdatesTest extends Soaped {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");

    @Autowired
    PostedUpdates carrier;

    @Autowired
    MachineSockets sockets;

    @Autowired
    Subscribers subscribers;

    private ListeningDoor door(String host) throws IOException {
        return new ListeningDoor(
                facilityCa().issue(Wish.server(host)), facilityCa().certificate());
    }

    private FacilityId hearing(int port) {
        var hospital = new Machine(TransactionGroup.PIX).facility;
        subscribers.enter(subscriber(hospital, port));
        return hospital;
    }

    /// What was told, as the schema has it.
    private static Element told(ListeningDoor door) throws Exception {
        var envelope = Objects.requireNonNull(door.next(40), "nothing told");
        var message = SoapEnvelope.message(envelope.getBytes(StandardCharsets.UTF_8));
        Schemas.hold(message);
        return message;
    }

    private static List<String> numbersTold(ListeningDoor door) throws Exception {
        return patients(told(door)).getFirst().children("id").stream()
                .map(id -> id.attribute("extension"))
                .toList();
    }

    @Test
    void aLinkElsewhereAndItsUndoingAreTold() throws Exception {
        try (var door = door("localhost")) {
            var here = hearing(door.port());
            var born = birthday();
            var person = registered(hanako(born), ConsentChoice.EVERYTHING);
            tied(here, "h1", hanako(born), person);
            assertThat(numbersTold(door)).containsExactly("h1");
            var other = tied(hospital(), "t1", hanako(born), person);
            assertThat(numbersTold(door)).containsExactly("h1", "t1");
            persons.unlink(other, person, Actor.staff(1), "mistaken");
            assertThat(numbersTold(door)).containsExactly("h1");
            assertThat(asked(person)).as("each telling is in the person's log").hasSize(3);
        }
    }

    @Test
    void itIsARevisionFromTheCentreToThatDevice() throws Exception {
        try (var door = door("localhost")) {
            var here = hearing(door.port());
            var born = birthday();
            tied(here, "h5", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            var message = told(door);
            assertThat(message.local()).isEqualTo("PRPA_IN201302UV02");
            assertThat(message.find("receiver/device/id", "root")).isEqualTo("1.2.3.4");
            assertThat(message.find("sender/device/id", "root")).isEqualTo(domains.centre());
            assertThat(message.said()).as("numbers, and nobody's name").noneMatch(text -> text.contains("花子"));
        }
    }

    /// What waits is in the database; a refusal only delays it.
    @Test
    void whatIsNotTakenIsTriedAgain() throws Exception {
        try (var door = door("localhost")) {
            door.say("AE");
            var here = hearing(door.port());
            var born = birthday();
            tied(here, "h3", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            assertThat(numbersTold(door)).containsExactly("h3");
            door.say("CA");
            assertThat(numbersTold(door)).containsExactly("h3");
            await(() -> waiting(here, "count(*)") == 0);
        }
    }

    @Test
    void anAnswerWithoutAnEndIsNone() throws Exception {
        try (var door = door("localhost")) {
            door.ramble();
            var here = hearing(door.port());
            var born = birthday();
            tied(here, "h6", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            assertThat(numbersTold(door)).containsExactly("h6");
            await(() -> waiting(here, "coalesce(max(tries), 0)") > 0);
        }
    }

    @Test
    void onlyAnAcknowledgementOfTheUpdateItselfIsAnAnswer() throws Exception {
        try (var door = door("localhost")) {
            var to = subscriber(hospital(), door.port());
            var update = new Update(new Identifier(domains.of(to.facility()), "h8"), List.of());
            try (var line = carrier.call(to)) {
                assertThat(line.accepted(update, "first", AT)).isTrue();
                door.say("AE");
                assertThat(line.accepted(update, "second", AT)).isFalse();
                door.say("AA");
                door.answerWith(500);
                assertThatThrownBy(() -> line.accepted(update, "third", AT)).hasMessageContaining("status 500");
            }
        }
    }

    /// Neither at the first handshake nor at any that follows.
    @Test
    void aMachineWithAnotherNameInItsCertificateHearsNothing() throws Exception {
        try (var door = door("elsewhere.example")) {
            var to = subscriber(hospital(), door.port());
            assertThatThrownBy(() -> carrier.call(to)).isInstanceOf(SSLException.class);
            try (var client = sockets.client(Duration.ofSeconds(10))) {
                var request = HttpRequest.newBuilder(URI.create("https://localhost:" + door.port() + "/pix"))
                        .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                        .build();
                assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                        .isInstanceOf(SSLException.class);
            }
            assertThat(door.next(0)).isNull();
        }
    }

    @Test
    void whatWaitsForAMachineThatCannotBeReachedIsDroppedWhenItIsSwitchedOff() throws Exception {
        try (var door = door("elsewhere.example")) {
            var here = hearing(door.port());
            var born = birthday();
            tied(here, "h4", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            await(() -> waiting(here, "coalesce(max(tries), 0)") > 0);
            assertThat(subscribers.silence(here)).isTrue();
            assertThat(waiting(here, "count(*)")).isZero();
            assertThat(subscribers.silence(here)).as("off already").isFalse();
        }
    }

    private static Subscriber subscriber(FacilityId facility, int port) {
        return new Subscriber(facility, "localhost", port, "/pix", "1.2.3.4", "1.2.3", List.of(), true);
    }

    private long waiting(FacilityId facility, String what) {
        return db.sql("select " + what + " from pix_notice where facility = ?")
                .param(facility.value())
                .query(Long.class)
                .single();
    }
}
