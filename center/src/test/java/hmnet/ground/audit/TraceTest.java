package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final UUID ID = UUID.fromString("0190a8e0-0000-7000-8000-000000000001");
    private static final UUID PERSON = UUID.fromString("0190a8e0-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00.123456Z");

    @Test
    void anEventHasOneSpelling() {
        var detail = new TreeMap<String, String>();
        detail.put("z", "後");
        detail.put("a", "前");
        assertThat(new AuditEvent(ID, AT, trace("staff:12", PERSON, detail)).text())
                .isEqualTo("""
                {"action":"chart-opened","actor":"staff:12","at":"2026-11-21T03:00:00.123456Z",\
                "detail":{"a":"前","z":"後"},"facility":3,"id":"0190a8e0-0000-7000-8000-000000000001",\
                "outcome":"opened","person":"0190a8e0-0000-7000-8000-000000000002","profession":"doctor",\
                "purpose":"treatment","v":1}""");
    }

    @Test
    void anEventReadsBackAsItWasWritten() {
        var detail = new TreeMap<String, String>();
        detail.put("name \"quoted\"", "髙﨑\u0000𠮷\r\n2026 ADMIN login ok \u001b[31m\u009b \\ \u2028");
        var event = new AuditEvent(ID, AT, trace("facility:7", null, detail));
        assertThat(AuditEvent.read(event.text())).isEqualTo(event);
    }

    @Test
    void noValueStartsALineOrReachesATerminal() {
        var detail = new TreeMap<String, String>();
        detail.put("agent", "\n2026-11-21 ADMIN login ok\u001b[2J\u009b\u007f\u0085\u2029\ud800");
        var text = new AuditEvent(ID, AT, trace("centre", null, detail)).text();
        assertThat(text.chars().filter(Character::isISOControl)).isEmpty();
        assertThat(text).contains("\\u000a2026", "\\u001b[2J\\u009b\\u007f\\u0085\\u2029\\ud800");
    }

    @Test
    void theWordsOfActorsStayAsTheyAre() {
        assertThat(Stream.of(Actor.staff(12), Actor.facility(3), Actor.CENTRE).map(Actor::word))
                .containsExactly("staff:12", "facility:3", "centre")
                .allSatisfy(
                        word -> assertThat(Actor.parse(word).map(Actor::word)).contains(word));
    }

    @Test
    void anActorIsOneOfThreeKinds() {
        for (var actor : new String[] {"", "staff:", "staff:1\n", "Dr. X", "facility:-1", "staff:12 or 1=1"}) {
            assertThatThrownBy(() -> trace(actor, null, new TreeMap<>()))
                    .as(actor)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void moreThanThirtyDetailsAreRefused() {
        var detail = new TreeMap<String, String>();
        IntStream.range(0, 31).forEach(i -> detail.put("d" + i, ""));
        assertThatThrownBy(() -> trace("centre", null, detail)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachActionHasAWordOfItsOwn() {
        assertThat(Arrays.stream(Action.values()).map(Action::word)).doesNotHaveDuplicates();
        for (var action : Action.values()) {
            assertThat(Action.of(action.word())).isEqualTo(action);
        }
    }

    private static Trace trace(String actor, @Nullable UUID person, SortedMap<String, String> detail) {
        return new Trace(
                Action.CHART_OPENED,
                Actor.parse(actor).orElseThrow(IllegalArgumentException::new),
                3,
                "doctor",
                person,
                "treatment",
                "opened",
                detail);
    }
}
