package hmnet.exchange.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.exchange.callers.Counter;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.CrossReferences;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Succession;
import hmnet.ground.directory.Successions;
import hmnet.people.links.LinkNews;
import hmnet.people.links.PatientIndex;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// One call to a subscriber: what ends it, and what becomes of the rest. It happens a year from now, so that
/// the centre's own rounds leave these notices alone.
class UpdateCallTest extends Counter {
    @Autowired
    LinkNews news;

    @Autowired
    PatientIndex patientIndex;

    @Autowired
    Subscribers subscribers;

    @Autowired
    CrossReferences references;

    @Autowired
    Successions successions;

    @Autowired
    UpdateSettings settings;

    private final Hand clock = new Hand(Instant.now().plus(Duration.ofDays(400)));
    private final List<String> heard = new ArrayList<>();
    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void fourChartsAreToBeToldOf() {
        hospital = hospital();
        subscribed(hospital);
        for (var number : List.of("n1", "n2", "n3", "n4")) {
            due(hospital, number);
        }
    }

    private void subscribed(FacilityId facility) {
        callers.grant(facility, TransactionGroup.PIX, Scope.OWN, Actor.CENTRE);
        subscribers.enter(new Subscriber(facility, "emr.mihon.example", 2575, "", "EHR", "MIHON", List.of(), true));
    }

    private void due(FacilityId facility, String number) {
        db.sql("insert into pix_notice (facility, number, changed_at, due_at) values (?, ?, now(), ?)")
                .params(
                        facility.value(),
                        sealedNumbers.of(facility, number),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void whoDoesNotAcknowledgeEndsTheCallAndTheRestIsDueAsBefore() {
        called(number -> {
            if (number.equals("n2")) {
                throw new IOException("status 500");
            }
            return true;
        });
        assertThat(heard).containsExactly("n1", "n2");
        assertThat(waiting()).containsExactly("n2 later 1", "n3 due 0", "n4 due 0");
        called(number -> true);
        assertThat(heard).containsExactly("n1", "n2", "n3", "n4");
        assertThat(waiting()).containsExactly("n2 later 1");
    }

    @Test
    void whatIsAcknowledgedAndNotTakenIsTriedAgainAndTheCallGoesOn() {
        called(number -> !number.equals("n1"));
        assertThat(heard).containsExactly("n1", "n2", "n3", "n4");
        assertThat(waiting()).containsExactly("n1 later 1");
    }

    @Test
    void aSlowMachineHasAMinuteOfEachCall() {
        called(number -> {
            clock.pass(Duration.ofSeconds(25));
            return true;
        });
        assertThat(heard).containsExactly("n1", "n2", "n3");
        assertThat(waiting()).containsExactly("n4 due 0");
    }

    @Test
    void aMachineThatCannotBeCalledIsCalledLater() {
        telling(new Unreachable()).tell(hospital);
        assertThat(waiting()).containsExactly("n1 later 1", "n2 later 1", "n3 later 1", "n4 later 1");
    }

    @Test
    void whateverFailsHereFailsForThatFacilityAlone() {
        called(number -> {
            throw new IllegalStateException("no certificate of the centre");
        });
        assertThat(waiting()).containsExactly("n1 later 1", "n2 due 0", "n3 due 0", "n4 due 0");
    }

    @Test
    void aRoundWaitsForNoMachineAndTellsTheOthers() throws InterruptedException {
        var other = hospital();
        subscribed(other);
        due(other, "o1");
        var silent = hospital;
        var called = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        var telling = telling(new FarEnd(number -> true) {
            @Override
            public UpdateLine call(Subscriber to) {
                if (to.facility().equals(silent)) {
                    called.countDown();
                    waitFor(answer);
                }
                return this;
            }

            @Override
            public boolean accepted(Update update, String id, OffsetDateTime at) {
                if (update.own().value().equals("o1")) {
                    told.countDown();
                }
                return true;
            }
        });
        try {
            assertThat(CompletableFuture.runAsync(telling::round)).succeedsWithin(Duration.ofSeconds(20));
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(told.await(20, TimeUnit.SECONDS)).as("the other one").isTrue();
        } finally {
            answer.countDown();
            telling.close();
        }
    }

    @Test
    void aDatabaseThatFailsIsNoFailureOfTheMachine() {
        var telling = telling(new FarEnd(number -> true), new Unconnected());
        assertThatThrownBy(() -> telling.tell(hospital)).isInstanceOf(CannotCreateTransactionException.class);
        clock.pass(Duration.ofMinutes(5));
        assertThat(waiting()).containsExactly("n1 due 0", "n2 due 0", "n3 due 0", "n4 due 0");
    }

    @Test
    void aHospitalFromWhichAnotherHasTakenOverHearsNothing() {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var said = new Succession(hospital, hospital(), today, true, true, true, true, true, "agreed in writing");
        assertThat(successions.ask(said, office())).isEqualTo(Successions.SuccessionResult.ASKED);
        var id = successions.all().stream()
                .filter(one -> one.succession().facility().equals(hospital))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(successions.agree(id, office())).isEqualTo(Successions.SuccessionResult.DONE);
        called(number -> true);
        assertThat(heard).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    private void called(Answering answering) {
        telling(new FarEnd(answering)).tell(hospital);
    }

    private UpdateNotification telling(Carrier carrier) {
        return telling(carrier, transaction);
    }

    private UpdateNotification telling(Carrier carrier, TransactionOperations transaction) {
        var notices = new Notices(db, news, patientIndex, subscribers, settings, clock, sealedNumbers) {
            @Override
            public int collect() {
                return 0; // the news are for the centre's own rounds
            }
        };
        return new UpdateNotification(
                notices,
                subscribers,
                callers,
                references,
                domains,
                successions,
                List.of(carrier),
                settings,
                transaction,
                clock);
    }

    private List<String> waiting() {
        return db
                .sql("select facility, number, tries, due_at > ? as later from pix_notice where facility = ?")
                .params(clock.now().atOffset(ZoneOffset.UTC), hospital.value())
                .query((row, n) ->
                        sealedNumbers.open(row) + (row.getBoolean("later") ? " later " : " due ") + row.getInt("tries"))
                .stream()
                .sorted()
                .toList();
    }

    private interface Answering {
        boolean to(String number) throws IOException;
    }

    /// A machine that answers as the test wants.
    private class FarEnd implements Carrier, Carrier.UpdateLine {
        private final Answering answering;

        FarEnd(Answering answering) {
            this.answering = answering;
        }

        @Override
        public Subscriber.Way way() {
            return Subscriber.Way.MLLP;
        }

        @Override
        public String transaction() {
            return "ITI-10";
        }

        @Override
        public UpdateLine call(Subscriber to) {
            return this;
        }

        @Override
        public boolean accepted(Update update, String id, OffsetDateTime at) throws IOException {
            heard.add(update.own().value());
            return answering.to(update.own().value());
        }

        @Override
        public void close() {
            // There is no line.
        }
    }

    private static void waitFor(CountDownLatch answer) {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A database that has no connection left.
    private static final class Unconnected implements TransactionOperations {
        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            throw new CannotCreateTransactionException("no connection is free");
        }
    }

    private static final class Unreachable implements Carrier {
        @Override
        public Subscriber.Way way() {
            return Subscriber.Way.MLLP;
        }

        @Override
        public String transaction() {
            return "ITI-10";
        }

        @Override
        public UpdateLine call(Subscriber to) throws IOException {
            throw new IOException("connection refused");
        }
    }

    /// A clock whose hand the test moves.
    private static final class Hand extends Clock {
        private Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        Instant now() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
