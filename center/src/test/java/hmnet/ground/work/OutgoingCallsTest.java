package hmnet.ground.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Calls to machines that answer late or never.
class OutgoingCallsTest {
    private final CountDownLatch answer = new CountDownLatch(1);

    @Test
    void aSlowPartnerDelaysNoOther() throws InterruptedException {
        try (var calls = new OutgoingCalls<String>("test")) {
            assertThat(calls.start("slow", this::waitForAnAnswer)).isTrue();
            var told = new CountDownLatch(1);
            assertThat(calls.start("quick", told::countDown)).isTrue();
            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
            answer.countDown();
        }
    }

    @Test
    void aPartnerHasOneCallAtATime() {
        try (var calls = new OutgoingCalls<String>("test")) {
            assertThat(calls.start("slow", this::waitForAnAnswer)).isTrue();
            assertThat(calls.start("slow", this::waitForAnAnswer)).isFalse();
            answer.countDown();
        }
    }

    @Test
    void aPartnerIsCalledAgainAfterACallThatFailed() throws InterruptedException {
        try (var calls = new OutgoingCalls<String>("test")) {
            calls.start("broken", () -> {
                throw new IllegalStateException("a call that fails in a test");
            });
            var told = new CountDownLatch(1);
            while (!calls.start("broken", told::countDown)) {
                Thread.sleep(5);
            }
            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCallThatDoesNotEndIsInterruptedAtShutdown() {
        var interrupted = new AtomicBoolean();
        try (var calls = new OutgoingCalls<String>("test")) {
            calls.start("slow", () -> {
                waitForAnAnswer();
                interrupted.set(Thread.currentThread().isInterrupted());
            });
        }
        assertThat(interrupted).isTrue();
    }

    @Test
    void aFewCallsUseTheDatabaseAtOnceHoweverManyPartnersThereAre() throws InterruptedException {
        var there = new AtomicInteger();
        var most = new AtomicInteger();
        var ended = new CountDownLatch(40);
        try (var calls = new OutgoingCalls<Integer>("test")) {
            for (var partner = 0; partner < 40; partner++) {
                calls.start(partner, () -> {
                    calls.atTheDatabase(() -> {
                        most.accumulateAndGet(there.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                        there.decrementAndGet();
                    });
                    ended.countDown();
                });
            }
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValueLessThanOrEqualTo(OutgoingCalls.AT_THE_DATABASE);
    }

    @Test
    void aDatabaseThatFailsLeavesItsPlaceToTheNext() {
        try (var calls = new OutgoingCalls<String>("test")) {
            for (var n = 0; n < 2 * OutgoingCalls.AT_THE_DATABASE; n++) {
                assertThatThrownBy(() -> calls.atTheDatabase(() -> {
                            throw new IllegalStateException("no connection");
                        }))
                        .hasMessage("no connection");
            }
        }
    }

    private void waitForAnAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
