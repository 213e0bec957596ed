package hmnet.exchange.auditfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hmnet.exchange.balp.ReportedEvent;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.mtls.TestPki;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The log goes to a repository by syslog over TLS: all of it, in order, whatever happens on the way.
class SyslogFeedTest extends FeedBench {
    private SyslogReceiver receiver(String host, int port) throws IOException {
        return new SyslogReceiver(
                facilityCa().issue(Wish.server(host)), facilityCa().certificate(), port);
    }

    private static AuditFeedSettings to(SyslogReceiver receiver) {
        return settings("localhost:" + receiver.port(), "");
    }

    @Test
    void everyEventArrivesOnceInTheOrderOfTheLog() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            var events = happening(AuditFeed.AT_ONCE + 5);
            feed.send();
            assertThat(told(receiver.messages(), events)).isEqualTo(events);
            assertThat(receiver.messages()).allMatch(message -> message.startsWith("<8"));
            assertThat(feed.state().trouble()).isNull();
            var more = happening(3);
            feed.send();
            assertThat(told(receiver.messages(), more))
                    .as("it goes on from the mark")
                    .isEqualTo(more);
            assertThat(told(receiver.messages(), events)).as("nothing twice").isEqualTo(events);
        }
    }

    @Test
    void aRepositoryThatIsDownLosesNothingAndIsLeftAloneForAWhile() throws Exception {
        var receiver = receiver("localhost", 0);
        var port = receiver.port();
        receiver.close();
        var feed = feed(settings("localhost:" + port, ""));
        var events = happening(4);
        feed.send();
        assertThat(feed.state().trouble()).contains("ConnectException");
        assertThat(feed.state().tries()).isEqualTo(1);
        assertThat(feed.state().waiting()).isGreaterThanOrEqualTo(4);
        await(() -> {
            feed.send();
            return feed.state().tries() == 2;
        });
        try (var up = receiver("localhost", port)) {
            feed.send();
            assertThat(up.messages()).as("the second wait is a minute").isEmpty();
            assertThat(feed.marks().hasten(FeedWay.SYSLOG)).isTrue();
            var later = happening(2);
            feed.send();
            assertThat(told(
                            up.messages(),
                            Stream.concat(events.stream(), later.stream()).toList()))
                    .containsExactlyElementsOf(
                            Stream.concat(events.stream(), later.stream()).toList());
            assertThat(feed.state().failingSince()).isNull();
        }
    }

    @Test
    void whatWasSentOnALineThatBrokeIsSentAgain() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            receiver.cutAfter(2);
            var feed = feed(to(receiver));
            var events = happening(5);
            feed.send();
            assertThat(feed.state().trouble()).isNotNull();
            assertThat(told(receiver.messages(), events)).hasSize(2);
            receiver.cutAfter(Integer.MAX_VALUE);
            await(() -> {
                feed.send();
                return feed.state().trouble() == null;
            });
            assertThat(told(receiver.messages(), events))
                    .as("again from the first, in order")
                    .endsWith(events.toArray(UUID[]::new));
        }
    }

    /// Everything may have been read, and nothing says so.
    @Test
    void aConnectionThatIsBrokenOffInsteadOfEndedCountsAsNotTaken() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            receiver.answerNothing(true);
            var feed = feed(to(receiver));
            var before = feed.state().leaf();
            happening(2);
            feed.send();
            assertThat(feed.state().leaf()).isEqualTo(before);
            assertThat(feed.state().trouble()).isNotNull();
        }
    }

    /// The node falls when the repository has all and the mark has not moved.
    @Test
    void aFallBetweenSendingAndTheMarkSendsTwiceAndSkipsNothing() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var settings = to(receiver);
            var real = new SyslogRepository(sockets, names, settings);
            var falls = new AuditRepository() {
                private boolean fell;

                @Override
                public FeedWay way() {
                    return FeedWay.SYSLOG;
                }

                @Override
                public FeedDelivery send(List<ReportedEvent> events) {
                    var delivery = real.send(events);
                    if (!fell) {
                        fell = true;
                        throw new AssertionError("the node falls");
                    }
                    return delivery;
                }
            };
            var feed = feed(settings, falls);
            var events = happening(3);
            assertThat(catchThrowable(feed::send)).hasMessage("the node falls");
            feed.send();
            assertThat(told(receiver.messages(), events))
                    .as("its turn comes back after a while")
                    .isEqualTo(events);
            db.sql("update audit_feed_mark set due_at = now()").update();
            feed.send();
            assertThat(told(receiver.messages(), events))
                    .isEqualTo(Stream.concat(events.stream(), events.stream()).toList());
        }
    }

    @Test
    void aRepositoryWithAnotherNameOrOfAnotherCaIsToldNothing() throws Exception {
        try (var receiver = receiver("elsewhere.example", 0)) {
            var feed = feed(to(receiver));
            happening(1);
            feed.send();
            assertThat(feed.state().trouble()).contains("SSLHandshakeException");
            assertThat(receiver.messages()).isEmpty();
        }
        var stranger = new TestPki("strangers");
        try (var receiver = new SyslogReceiver(
                stranger.issue(Wish.server("localhost")), facilityCa().certificate(), 0)) {
            var feed = feed(to(receiver));
            feed.marks().hasten(FeedWay.SYSLOG);
            feed.send();
            assertThat(feed.state().trouble()).contains("SSLHandshakeException");
            assertThat(receiver.messages()).isEmpty();
        }
    }

    @Test
    void aReceiverThatEndedBeforeItReadHasTakenNothing() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            var events = happening(3);
            receiver.endEarly(true);
            feed.send();
            assertThat(feed.state().trouble()).isNotEmpty();
            assertThat(feed.state().waiting()).isEqualTo(3);
            receiver.endEarly(false);
            feed.marks().hasten(FeedWay.SYSLOG);
            feed.send();
            assertThat(told(receiver.messages(), events)).containsExactlyElementsOf(events);
        }
    }

    @Test
    void anErasedEventIsPassedOver() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            var events = happening(3);
            var erased = events.get(1);
            try (var connection = owner();
                    var statement = connection.createStatement()) {
                statement.execute("create table erased_for_a_moment as select id, body, actor_key, facility_key"
                        + " from audit_event where id = '" + erased + "'");
                statement.execute(
                        "update audit_event set body = null, actor_key = null, facility_key = null where id = '"
                                + erased + "'");
                connection.commit();
                feed.send();
                // The log is that of all tests: nothing may be missing from it without a word.
                statement.execute("update audit_event e set body = k.body, actor_key = k.actor_key,"
                        + " facility_key = k.facility_key from erased_for_a_moment k where k.id = e.id");
                statement.execute("drop table erased_for_a_moment");
                connection.commit();
            }
            assertThat(told(receiver.messages(), events)).containsExactly(events.get(0), events.get(2));
            assertThat(feed.state().waiting()).isZero();
        }
    }

    @Test
    void aWayWithoutAnAddressRestsAndGoesOnWhereItWas() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            happening(1);
            feed.send();
            var leaf = feed.state().leaf();
            assertThat(feed(settings("", "")).marks().states()).isEmpty();
            assertThat(feed(to(receiver)).state().leaf()).isEqualTo(leaf);
        }
    }

    /// More than the buffers of the line hold: a limit on reading alone would wait for ever.
    @Test
    void aReceiverThatReadsNothingMoreHoldsTheFeedUpForAWhileOnly() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            receiver.hang(true);
            var settings = settings("localhost:" + receiver.port(), "", true, Duration.ofMillis(700));
            var feed = feed(settings, new Large(new SyslogRepository(sockets, names, settings)));
            var events = happening(2);
            var began = System.nanoTime();
            feed.send();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(feed.state().trouble()).isEqualTo("not taken within 2 seconds");
            receiver.wake();
            await(() -> receiver.ended() == 1);
            receiver.hang(false);
            var patient = feed(to(receiver));
            assertThat(patient.marks().hasten(FeedWay.SYSLOG)).isTrue();
            patient.send();
            assertThat(told(receiver.messages(), events)).isEqualTo(events);
        }
    }

    /// Sends its part many times over.
    private record Large(AuditRepository inner) implements AuditRepository {
        @Override
        public FeedWay way() {
            return inner.way();
        }

        @Override
        public FeedDelivery send(List<ReportedEvent> events) {
            return inner.send(Collections.nCopies(20_000, events).stream()
                    .flatMap(List::stream)
                    .toList());
        }
    }

    @Test
    void aRoundOfTheChoreSendsBesideItself() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            var events = happening(2);
            feed.feed().round();
            await(() -> told(receiver.messages(), events).equals(events));
            await(() -> feed.state().waiting() == 0);
        }
    }

    @Test
    void aFeedThatIsHeldUpSendsNothingAndGoesOnWhereItWas() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            assertThat(feed.marks().stop(FeedWay.SYSLOG)).isTrue();
            assertThat(feed.marks().stop(FeedWay.SYSLOG))
                    .as("it is held up already")
                    .isFalse();
            var events = happening(2);
            feed.send();
            assertThat(receiver.messages()).isEmpty();
            assertThat(feed.state().stoppedAt()).isNotNull();
            assertThat(feed.marks().resume(FeedWay.SYSLOG)).isTrue();
            feed.send();
            assertThat(told(receiver.messages(), events)).isEqualTo(events);
        }
    }

    /// Another node took the turn after the lease of this one was over, or an operator holds it up.
    @Test
    void aTurnThatIsNoLongerOursEnds() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            happening(2);
            var turn = feed.marks().take(FeedWay.SYSLOG).orElseThrow();
            assertThat(feed.marks().take(FeedWay.SYSLOG))
                    .as("one node at a time")
                    .isEmpty();
            assertThat(feed.marks().sent(turn, turn.leaf() + 1)).isPresent();
            assertThat(feed.marks().sent(turn, turn.leaf() + 2))
                    .as("of another one")
                    .isEmpty();
            assertThat(feed.state().leaf()).isEqualTo(turn.leaf() + 1);
            var further = new FeedMarks.FeedTurn(FeedWay.SYSLOG, turn.leaf() + 1, 0);
            assertThat(feed.marks().stop(FeedWay.SYSLOG)).isTrue();
            assertThat(feed.marks().sent(further, turn.leaf() + 2))
                    .as("held up")
                    .isEmpty();
            assertThat(feed.state().leaf()).as("taken is taken").isEqualTo(turn.leaf() + 2);
        }
    }

    @Test
    void whatWaitsTooLongRaisesTheAlarmAlsoWhereAnOperatorHoldsItUp() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            happening(1);
            assertThat(feed.marks().late()).isEmpty();
            var later = new FeedMarks(
                    db,
                    to(receiver),
                    Clock.offset(Clock.systemUTC(), Duration.ofHours(2).plusMinutes(1)));
            assertThat(later.late()).hasSize(1);
            assertThat(later.stop(FeedWay.SYSLOG)).isTrue();
            assertThat(later.late()).hasSize(1);
        }
    }

    @Test
    void whatAMachineAskedIsSentOnlyWhereTheSettingsSaySo() throws Exception {
        try (var receiver = receiver("localhost", 0)) {
            var feed = feed(to(receiver));
            asked();
            feed.send();
            assertThat(receiver.messages()).singleElement().asString().doesNotContain("ParticipantObjectQuery");
            var open = feed(settings("localhost:" + receiver.port(), "", true, Duration.ofSeconds(5)));
            asked();
            open.send();
            assertThat(receiver.messages()).hasSize(2);
            assertThat(receiver.messages().getLast()).contains("ParticipantObjectQuery");
        }
    }

    private void asked() {
        transaction.executeWithoutResult(status -> audit.write(Trace.of(Action.PERSON_QUERIED, Actor.CENTRE, "nobody")
                .with(Map.of("transaction", "ITI-78", "query", "family=架空"))));
        numbered();
    }
}
