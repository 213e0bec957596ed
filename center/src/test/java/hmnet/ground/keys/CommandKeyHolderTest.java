package hmnet.ground.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Patience;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Commands that do not do what they should (鍵のコマンドの不調).
class CommandKeyHolderTest {
    private static final String KEY = "ab".repeat(32);
    private static final Duration SHORT = Duration.ofMillis(700);

    private static CommandKeyHolder holder(String command) {
        return new CommandKeyHolder(command, SHORT);
    }

    @Test
    void whatACommandLeavesBehindDoesNotHoldTheStartUp() {
        var began = Instant.now();
        assertThat(holder("echo " + KEY + "; sleep 30 &").nextName("master")).startsWith("key ");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aCommandThatHangsIsEndedWithAllThatItStarted() {
        assertThatThrownBy(() -> holder("(sleep 31; true); sleep 31").nextName("master"))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("took longer");
        Patience.await(() -> ProcessHandle.allProcesses()
                .noneMatch(one -> one.info().commandLine().orElse("").endsWith("sleep 31")));
    }

    @Test
    void whatPrintsWithoutEndIsNoKeyAndFillsNoMemory() {
        assertThatThrownBy(() -> holder("yes").nextName("master")).hasMessageContaining("took longer");
        assertThatThrownBy(() -> holder("head -c 3000000 /dev/zero").nextName("master"))
                .hasMessageContaining("printed no key");
        assertThatThrownBy(() -> holder("echo " + KEY + "; echo " + KEY).nextName("master"))
                .hasMessageContaining("printed no key");
    }

    @Test
    void rubbishNothingAndAFailureAreNoKey() {
        assertThatThrownBy(() -> holder("head -c 32 /dev/urandom").nextName("master"))
                .hasMessageContaining("printed no key");
        assertThatThrownBy(() -> holder("true").nextName("master")).hasMessageContaining("printed no key");
        assertThatThrownBy(() -> holder("echo " + KEY + "; exit 1").nextName("master"))
                .hasMessageContaining("ended with 1");
        assertThatThrownBy(() -> holder("/no/such/client").nextName("master")).hasMessageContaining("ended with 127");
    }
}
