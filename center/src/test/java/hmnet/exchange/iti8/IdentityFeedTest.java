package hmnet.exchange.iti8;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Exchanged;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.directory.FacilityId;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A hospital's registration as its machine sends it.
class IdentityFeedTest extends Exchanged {
    private String own(FacilityId hospital) {
        return domains.of(hospital).namespace();
    }

    private String pid(String number, String giver) {
        return "PID|||" + number + "^^^" + giver
                + "^PI||架空^春子^^^^^L^I~カクウ^ハルコ^^^^^L^P||19420507|F|||^^^^730-0099^JPN^H^広島県架空市1-2-3";
    }

    private Message fed(FacilityId hospital, String event, String... segments) throws Exception {
        var all = new String[segments.length + 2];
        all[0] = header(hospital, "ADT^" + event + "^ADT_A01");
        all[1] = "EVN||20261121100000";
        System.arraycopy(segments, 0, all, 2, segments.length);
        return spoken(hospital, all);
    }

    @Test
    void aRegistrationIsAcknowledgedAndFiled() throws Exception {
        var hospital = hospitalFor(TransactionGroup.FEED);
        var number = number();
        var answer = fed(hospital, "A04", pid(number, own(hospital)), "PV1||O");
        assertThat(line(answer, "MSA")).startsWith("MSA|AA|M");
        assertThat(answer.type()).isEqualTo("ACK^A04");
        settle(hospital);
        assertThat(patients.shown(hospital, number)).hasValueSatisfying(shown -> {
            assertThat(shown.name()).isEqualTo("架空　春子");
            assertThat(shown.kana()).isEqualTo("カクウ　ハルコ");
        });
    }

    @Test
    void theSameMessageAgainIsAcknowledgedAndAnotherUnderItsNumberIsNot() throws Exception {
        var hospital = hospitalFor(TransactionGroup.FEED);
        var header = header(hospital, "ADT^A08^ADT_A01");
        var first = new String[] {header, "EVN||20261121100000", pid("77", own(hospital)), "PV1||O"};
        var other = new String[] {header, "EVN||20261121100000", pid("78", own(hospital)), "PV1||O"};
        assertThat(line(spoken(hospital, first), "MSA")).startsWith("MSA|AA|");
        assertThat(line(spoken(hospital, first), "MSA")).startsWith("MSA|AA|");
        var conflict = spoken(hospital, other);
        assertThat(line(conflict, "MSA")).startsWith("MSA|AE|");
        assertThat(line(conflict, "ERR")).startsWith("ERR||MSH^1^10|205");
        settle(hospital);
        assertThat(patients.shown(hospital, "77")).isPresent();
        assertThat(patients.shown(hospital, "78")).isEmpty();
    }

    /// Several machines of one hospital at once: the message is there once.
    @Test
    void theSameMessageOnSeveralLinesAtOnceIsKeptOnce() throws Exception {
        var hospital = hospitalFor(TransactionGroup.FEED);
        var segments = new String[] {
            header(hospital, "ADT^A28^ADT_A05"), "EVN||20261121100000", pid("79", own(hospital)), "PV1||N"
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 3)
                    .<Callable<Message>>mapToObj(n -> () -> spoken(hospital, segments))
                    .toList();
            for (var answer : threads.invokeAll(asking)) {
                assertThat(line(answer.get(), "MSA")).startsWith("MSA|AA|");
            }
        }
        assertThat(inbox.counts(hospital).messages()).isEqualTo(1);
    }

    @Test
    void aNumberThatAnotherFacilityGivesIsRefusedAndNotKept() throws Exception {
        var hospital = hospitalFor(TransactionGroup.FEED);
        var other = hospital();
        var answer = fed(hospital, "A08", pid("80", giver(other)), "PV1||O");
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "ERR")).startsWith("ERR||PID^1^3^1^4|204");
        var merge = fed(hospital, "A40", pid("81", own(hospital)), "MRG|82^^^" + giver(other));
        assertThat(line(merge, "ERR")).startsWith("ERR||MRG^1^1^1^4|204");
        assertThat(line(fed(hospital, "A08", "PID|||"), "ERR")).startsWith("ERR||PID^1^3|101");
        assertThat(inbox.counts(hospital).messages()).isZero();
    }

    @Test
    void whoHasNoRightToFeedIsTurnedAway() throws Exception {
        var hospital = hospitalFor(TransactionGroup.PIX);
        var answer = fed(hospital, "A08", pid("83", own(hospital)));
        assertThat(line(answer, "MSA")).startsWith("MSA|AR|");
        assertThat(inbox.counts(hospital).messages()).isZero();
    }
}
