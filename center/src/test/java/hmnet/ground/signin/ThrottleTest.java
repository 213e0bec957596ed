package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.signin.Throttle.WaitRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A011: guessing is slow, and nobody is shut out by it.
class ThrottleTest extends SignInCentre {
    @Test
    void tenThousandGuessesAtOneNameAreAFewAnHour() {
        var tried = 0;
        for (int i = 0; i < 10_000 && tried < 10; i++) {
            if (throttle.charge("yamada", "10.0.0.1").isEmpty()) {
                tried++;
            } else {
                break;
            }
        }
        assertThat(tried).isEqualTo(5);
        assertThat(WaitRule.PAIR.after(4)).isZero();
        assertThat(WaitRule.PAIR.after(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(WaitRule.PAIR.after(10)).isEqualTo(Duration.ofSeconds(32));
        assertThat(WaitRule.PAIR.after(1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void onePasswordForManyNamesFromOneAddressIsHeld() {
        var tried = 0;
        while (tried < 300 && throttle.charge("name" + tried, "10.0.0.2").isEmpty()) {
            tried++;
        }
        assertThat(tried).isEqualTo(100);
    }

    /// A stranger's guesses from a hundred addresses hold that name back where it never signed in, a minute
    /// at most.
    @Test
    void aStrangerCannotKeepADoctorFromHerOwnClinic() {
        throttle.charge("suzuki", "192.0.2.10");
        throttle.succeeded("suzuki", "192.0.2.10");
        for (int i = 0; i < 300; i++) {
            throttle.charge("suzuki", "10.1.0." + i);
        }
        assertThat(throttle.charge("suzuki", "10.2.0.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(60)));
        assertThat(throttle.charge("suzuki", "192.0.2.10")).isEmpty();
    }

    /// One forgetful colleague does not lock the ward that shares an address.
    @Test
    void theWardBehindOneAddressWorksOn() {
        throttle.charge("sato", "192.0.2.20");
        throttle.succeeded("sato", "192.0.2.20");
        for (int i = 0; i < 200; i++) {
            throttle.charge("guess" + i, "192.0.2.20");
        }
        assertThat(throttle.charge("newcomer", "192.0.2.20")).isPresent();
        assertThat(throttle.charge("sato", "192.0.2.20")).isEmpty();
    }

    @Test
    void manyAtOnceGainNothing() throws Exception {
        var answers = new ArrayList<Future<Boolean>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> attempt =
                    () -> throttle.charge("tanaka", "10.0.0.3").isEmpty();
            for (int i = 0; i < 50; i++) {
                answers.add(pool.submit(attempt));
            }
        }
        var tried = 0;
        for (var answer : answers) {
            tried += answer.get() ? 1 : 0;
        }
        assertThat(tried).isLessThanOrEqualTo(6);
    }

    @Test
    void whoIsHeldIsToldHowLong() {
        var person = doctor();
        for (int i = 0; i < 8; i++) {
            db.sql("update signin_throttle set blocked_until = null").update();
            browser().post("/signin", Map.of("login", person.login(), "password", "something else entirely"));
        }
        var held = showPassword(browser(), person);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.body()).contains("秒待ってから");
        var unknown = browser();
        for (int i = 0; i < 8; i++) {
            db.sql("update signin_throttle set blocked_until = null").update();
            unknown.post("/signin", Map.of("login", "nobody-here", "password", "something else entirely"));
        }
        assertThat(unknown.post("/signin", Map.of("login", "nobody-here", "password", "something else entirely"))
                        .statusCode())
                .isEqualTo(429);
    }

    /// The time of an answer tells nobody which names exist: one hash is worked out for those who do not, too
    /// (A011).
    @Test
    void anUnknownNameTakesTheSameWorkAsAKnownOne() {
        assertThat(hashesFor("nobody-at-all"))
                .isEqualTo(hashesFor(doctor().login()))
                .isEqualTo(1);
    }

    private long hashesFor(String login) {
        var before = accounts.hashesWorkedOut();
        browser().post("/signin", Map.of("login", login, "password", "something else entirely"));
        return accounts.hashesWorkedOut() - before;
    }

    /// A subscriber has 2^64 addresses: whoever changes them is one caller.
    @Test
    void allAddressesOfASubscriberAreOne() {
        var tried = 0;
        while (tried < 300 && charged("name" + tried, "2001:db8:0:7::%x".formatted(tried))) {
            tried++;
        }
        assertThat(tried).isEqualTo(100);
        assertThat(charged("name", "2001:db8:0:8::1")).as("their neighbour").isTrue();
        assertThat(Throttle.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Throttle.network("::ffff:192.0.2.1")).isEqualTo("::ffff:192.0.2.1");
    }

    private boolean charged(String login, String address) {
        return throttle.charge(login, throttle.place(login, address, Optional.empty()))
                .isEmpty();
    }

    /// A stranger who guesses at a name all day holds it back at every new address, and never at a browser of hers.
    @Test
    void guessesFromAnywhereDoNotHoldBackTheBrowserThatSignedInBefore() {
        var mine = Token.fresh();
        throttle.remember("kimura", mine);
        for (int i = 0; i < 300; i++) {
            charged("kimura", "10.5.0." + i % 250);
        }
        assertThat(charged("kimura", "198.51.100.9")).as("a new address").isFalse();
        assertThat(throttle.charge("kimura", throttle.place("kimura", "198.51.100.9", Optional.of(mine))))
                .as("her browser, at the new address")
                .isEmpty();
        assertThat(throttle.place("kimura", "198.51.100.9", Optional.of(Token.fresh())))
                .as("a made-up browser counts for nothing")
                .isEqualTo("198.51.100.9");
        assertThat(throttle.place("sasaki", "198.51.100.9", Optional.of(mine)))
                .as("nor does hers for another name")
                .isEqualTo("198.51.100.9");
    }

    @Test
    void aStolenBrowserMarkIsGoodForFiveGuesses() {
        var stolen = Token.fresh();
        throttle.remember("mori", stolen);
        var tried = 0;
        while (tried < 100
                && throttle.charge("mori", throttle.place("mori", "203.0.113.1", Optional.of(stolen)))
                        .isEmpty()) {
            tried++;
        }
        assertThat(tried).isEqualTo(5);
    }
}
