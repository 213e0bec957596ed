package hmnet.bench.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What `./hmnet drill disclosures` finds when answers and events do not fit (開示と証跡の照合).
class DisclosureAccountTest {
    private static final long SECOND = 1_000_000_000;
    private static final KillSpan KILL = new KillSpan(100 * SECOND, 101 * SECOND);

    private final List<AskedDisclosure> asked = new ArrayList<>();
    private final Map<String, List<String>> events = new HashMap<>();

    /// One answer of each kind, each with its event.
    DisclosureAccountTest() {
        for (var kind : DisclosureKind.values()) {
            var mark = "127.64.0." + (asked.size() + 1);
            asked.add(new AskedDisclosure(mark, kind, 0, SECOND, true));
            events.put(mark, List.of(kind.action()));
        }
    }

    private DisclosureAccount account() {
        return DisclosureAccount.of(asked, events, List.of(KILL));
    }

    private void cutOff(long began, String... words) {
        asked.add(new AskedDisclosure("127.64.1.1", DisclosureKind.CHART, began, began + SECOND, false));
        events.put("127.64.1.1", List.of(words));
    }

    @Test
    void answersWithOneEventEachAreSound() {
        assertThat(account().isSound()).isTrue();
    }

    @Test
    void anAnswerWithoutItsEventIsFound() {
        events.remove("127.64.0.1");
        assertThat(account().without()).isOne();
        events.put("127.64.0.1", List.of("chart-refused"));
        assertThat(account().without()).as("another event is not its event").isOne();
        assertThat(account().isSound()).isFalse();
    }

    @Test
    void anAnswerWithTwoEventsIsFound() {
        events.put("127.64.0.1", List.of("chart-opened", "chart-opened"));
        assertThat(account().twice()).isOne();
        assertThat(account().isSound()).isFalse();
    }

    @Test
    void anEventOfAnAnswerThatAKillCutOffIsRight() {
        cutOff(100 * SECOND, "chart-opened");
        assertThat(account().cut()).isOne();
        assertThat(account().isSound()).isTrue();
    }

    @Test
    void anEventOfAnAnswerThatNothingCutOffIsFound() {
        cutOff(50 * SECOND, "chart-opened");
        assertThat(account().beside()).isOne();
        assertThat(account().isSound()).isFalse();
    }

    @Test
    void anEventThatNobodyAskedForIsFound() {
        events.put("127.64.9.9", List.of("chart-opened"));
        assertThat(account().beside()).isOne();
        assertThat(account().isSound()).isFalse();
    }

    @Test
    void aDrillThatAskedNothingOfAKindHasNotPassed() {
        var last = asked.removeLast();
        events.remove(last.mark());
        assertThat(account().isSound()).isFalse();
    }

    @Test
    void theSharesOfTheKindsAreAHundred() {
        assertThat(List.of(DisclosureKind.values()).stream()
                        .mapToInt(DisclosureKind::share)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void eachRequestHasAnAddressOfItsOwn() {
        var marks = new Marks();
        var first = marks.draw().getHostAddress();
        assertThat(first).isEqualTo("127.64.0.1").isNotEqualTo(marks.draw().getHostAddress());
        assertThat(Marks.is(first)).isTrue();
        assertThat(Marks.is("127.0.0.1")).isFalse();
        assertThat(Marks.is("")).isFalse();
    }
}
