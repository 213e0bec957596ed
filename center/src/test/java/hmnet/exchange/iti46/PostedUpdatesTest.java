package hmnet.exchange.iti46;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.Choice;
import hmnet.directory.FacilityId;
import hmnet.exchange.Errand;
import hmnet.exchange.Subscriber;
import hmnet.exchange.Subscribers;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.Envelope;
import hmnet.exchange.v3.Schemas;
import hmnet.exchange.v3.Soaped;
import hmnet.mtls.Wish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals that hear of other numbers of their patients by SOAP.
class PostedUpdatesTest extends Soaped {
    @Autowired
    Subscribers subscribers;

    private ListeningDoor door(String host) throws IOException {
        return new ListeningDoor(
                facilityCa().issue(Wish.server(host)), facilityCa().certificate());
    }

    private FacilityId hearing(int port) {
        var hospital = new Machine(Errand.PIX).facility;
        subscribers.enter(new Subscriber(hospital, "localhost", port, "/pix", "1.2.3.4", "1.2.3", List.of(), true));
        return hospital;
    }

    /// What was told, as the schema has it.
    private static Element told(ListeningDoor door) throws Exception {
        var envelope = Objects.requireNonNull(door.next(40), "nothing told");
        var message = Envelope.message(envelope.getBytes(StandardCharsets.UTF_8));
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
            var person = registered(hanako(born), Choice.EVERYTHING);
            tied(here, "h1", hanako(born), person);
            assertThat(numbersTold(door)).containsExactly("h1");
            var other = tied(hospital(), "t1", hanako(born), person);
            assertThat(numbersTold(door)).containsExactly("h1", "t1");
            persons.unlink(other, person, "staff:1", "mistaken");
            assertThat(numbersTold(door)).containsExactly("h1");
            assertThat(asked(person)).as("each telling is in the person's log").hasSize(3);
        }
    }

    @Test
    void itIsARevisionFromTheCentreToThatDevice() throws Exception {
        try (var door = door("localhost")) {
            var here = hearing(door.port());
            var born = birthday();
            tied(here, "h5", hanako(born), registered(hanako(born), Choice.EVERYTHING));
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
            tied(here, "h3", hanako(born), registered(hanako(born), Choice.EVERYTHING));
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
            tied(here, "h6", hanako(born), registered(hanako(born), Choice.EVERYTHING));
            assertThat(numbersTold(door)).containsExactly("h6");
            await(() -> waiting(here, "coalesce(max(tries), 0)") > 0);
        }
    }

    @Test
    void aMachineWithAnotherNameInItsCertificateHearsNothing() throws Exception {
        try (var door = door("elsewhere.example")) {
            var here = hearing(door.port());
            var born = birthday();
            tied(here, "h4", hanako(born), registered(hanako(born), Choice.EVERYTHING));
            await(() -> waiting(here, "coalesce(max(tries), 0)") > 0);
            assertThat(door.next(1)).isNull();
            subscribers.enter(new Subscriber(here, "localhost", door.port(), "/pix", "1.2", "", List.of(), false));
            assertThat(waiting(here, "count(*)")).isZero();
        }
    }

    private long waiting(FacilityId facility, String what) {
        return db.sql("select " + what + " from pix_notice where facility = ?")
                .param(facility.value())
                .query(Long.class)
                .single();
    }
}
