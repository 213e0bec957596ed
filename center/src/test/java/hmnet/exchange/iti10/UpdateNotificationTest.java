package hmnet.exchange.iti10;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Exchanged;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals that hear of other numbers of their patients.
class UpdateNotificationTest extends Exchanged {
    @Autowired
    Subscribers subscribers;

    private ListeningMachine machine(String host) throws IOException {
        return new ListeningMachine(
                facilityCa().issue(Wish.server(host)), facilityCa().certificate());
    }

    private FacilityId hearing(int port) {
        var hospital = hospitalFor(TransactionGroup.PIX);
        subscribers.enter(new Subscriber(hospital, "localhost", port, "", "EHR", "見本", List.of(), true));
        return hospital;
    }

    private static List<String> numbers(ListeningMachine machine) throws InterruptedException {
        var patient = Objects.requireNonNull(
                Objects.requireNonNull(machine.next(40), "nothing told").first("PID"));
        return IntStream.rangeClosed(1, patient.repetitions(3))
                .mapToObj(n -> patient.text(3, n, 1))
                .toList();
    }

    @Test
    void aLinkElsewhereAndItsUndoingAreTold() throws Exception {
        try (var machine = machine("localhost")) {
            var here = hearing(machine.port());
            var born = birthday();
            var person = registered(hanako(born), ConsentChoice.EVERYTHING);
            tied(here, "h1", hanako(born), person);
            assertThat(numbers(machine)).containsExactly("h1");
            var other = tied(hospital(), "t1", hanako(born), person);
            assertThat(numbers(machine)).containsExactly("h1", "t1");
            persons.unlink(other, person, Actor.staff(1), "mistaken");
            assertThat(numbers(machine)).containsExactly("h1");
            assertThat(asked(person)).as("each telling is in the person's log").hasSize(3);
        }
    }

    @Test
    void itIsAnUpdateFromTheCentreToThatSystem() throws Exception {
        try (var machine = machine("localhost")) {
            var here = hearing(machine.port());
            var born = birthday();
            tied(here, "h5", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            Message told = Objects.requireNonNull(machine.next(30));
            assertThat(told.header().raw(9)).isEqualTo("ADT^A31^ADT_A05");
            assertThat(told.header().text(5)).isEqualTo("EHR");
            assertThat(told.header().text(6)).isEqualTo("見本");
            assertThat(line(told, "PID")).isEqualTo("PID|||h5^^^" + giver(here) + "^PI||~^^^^^^S");
        }
    }

    @Test
    void withoutAConsentNothingOfOthersIsToldAndNothingTwice() throws Exception {
        try (var machine = machine("localhost")) {
            var here = hearing(machine.port());
            var born = birthday();
            var person = registered(hanako(born), ConsentChoice.EVERYTHING_BUT_SENSITIVE);
            tied(here, "h2", hanako(born), person);
            assertThat(numbers(machine)).containsExactly("h2");
            tied(hospital(), "t2", hanako(born), person);
            assertThat(machine.next(2)).as("nothing new, in eight rounds").isNull();
        }
    }

    /// What waits is in the database; a refusal or a silent machine only delays it.
    @Test
    void whatIsNotTakenIsTriedAgain() throws Exception {
        try (var machine = machine("localhost")) {
            machine.say("AE");
            var here = hearing(machine.port());
            var born = birthday();
            tied(here, "h3", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            assertThat(numbers(machine)).containsExactly("h3");
            machine.say("AA");
            assertThat(numbers(machine)).containsExactly("h3");
            await(() -> counted(here, "count(*)") == 0);
        }
    }

    @Test
    void anAnswerThatDripsIsNone() throws Exception {
        try (var machine = machine("localhost")) {
            machine.drip();
            var here = hearing(machine.port());
            var born = birthday();
            tied(here, "h6", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            assertThat(numbers(machine)).containsExactly("h6");
            await(() -> counted(here, "coalesce(max(tries), 0)") > 0);
            subscribers.silence(here);
        }
    }

    @Test
    void aMachineWithAnotherNameInItsCertificateHearsNothing() throws Exception {
        try (var machine = machine("elsewhere.example")) {
            var here = hearing(machine.port());
            var born = birthday();
            tied(here, "h4", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
            await(() -> counted(here, "coalesce(max(tries), 0)") > 0);
            assertThat(machine.next(1)).isNull();
            subscribers.enter(new Subscriber(here, "localhost", machine.port(), "", "EHR", "X", List.of(), false));
            assertThat(counted(here, "count(*)")).isZero();
        }
    }

    private long counted(FacilityId facility, String what) {
        return db.sql("select " + what + " from pix_notice where facility = ?")
                .param(facility.value())
                .query(Long.class)
                .single();
    }
}
