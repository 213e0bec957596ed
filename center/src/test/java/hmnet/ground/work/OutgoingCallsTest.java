package hmnet.ground.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private void waitForAnAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
