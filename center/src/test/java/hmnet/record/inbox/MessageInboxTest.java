package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.Patients;
import hmnet.record.filing.Feed;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Messages of an identity feed, kept and filed (患者登録の電文).
class MessageInboxTest extends Feed {
    @Autowired
    private Patients patients;

    @Autowired
    private Envelopes envelopes;

    @Test
    void aMessageIsKeptByteForByteAndTellsThePatient() {
        var hospital = hospital();
        var number = number();
        var message = message("A04", "20260401090000", "M1", pid(number, YURIKO), "PV1||O");
        var kept = messages.keep(hospital, message);
        assertThat(kept).isInstanceOf(KeptMessage.New.class);
        assertThat(body(hospital, kept.id())).isEqualTo(message);
        settle(hospital);
        assertThat(inbox.state(hospital, kept.id()).orElseThrow().state()).isEqualTo(FileState.ACCEPTED);
        assertThat(patients.shown(hospital, number).orElseThrow().name()).isEqualTo("架空　百合子");
        assertThat(patients.shown(hospital, number).orElseThrow().address()).isEqualTo("広島県架空市二丁目５");
    }

    /// R012.
    @Test
    void theSameMessageAgainIsADuplicateAndOtherBytesUnderItsNameAConflict() {
        var hospital = hospital();
        var number = number();
        var first = message("A08", "20260401090000", "M2", pid(number, YURIKO));
        var other = message("A08", "20260401090000", "M2", pid(number, YURIKO.replace("二丁目", "三丁目")));
        var kept = messages.keep(hospital, first);
        assertThat(messages.keep(hospital, first)).isEqualTo(new KeptMessage.Duplicate(kept.id()));
        var conflict = messages.keep(hospital, other);
        assertThat(conflict).isInstanceOf(KeptMessage.Conflict.class);
        assertThat(messages.keep(hospital, other)).isEqualTo(conflict);
        settle(hospital);
        var state = inbox.state(hospital, conflict.id()).orElseThrow();
        assertThat(state.state()).isEqualTo(FileState.QUARANTINED);
        assertThat(state.reason()).isEqualTo("message-conflict");
        assertThat(patients.shown(hospital, number).orElseThrow().address()).contains("二丁目");
        assertThat(inbox.counts(hospital)).isEqualTo(new InboxCounts(2, 0, 1, 0, 1, 0));
    }

    /// R012.
    @Test
    void oneMessageSentManyTimesAtOnceIsFiledOnce() {
        var hospital = hospital();
        var message = message("A28", "20260401090000", "M3", pid(number(), YURIKO));
        var kept = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> messages.keep(hospital, message), Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(kept.stream().filter(KeptMessage.New.class::isInstance)).hasSize(1);
        assertThat(kept)
                .extracting(KeptMessage::id)
                .containsOnly(kept.getFirst().id());
    }

    /// R012: numbers begin anew where a system is renewed; the time in MSH-7 tells the two apart.
    @Test
    void aNumberUsedAgainAYearLaterIsAnotherMessage() {
        var hospital = hospital();
        var number = number();
        var first = messages.keep(hospital, message("A08", "20250401090000", "M7", pid(number, YURIKO)));
        var year = messages.keep(hospital, message("A08", "20260401090000", "M7", pid(number, YURIKO)));
        assertThat(first).isInstanceOf(KeptMessage.New.class);
        assertThat(year).isInstanceOf(KeptMessage.New.class);
        assertThat(year.id()).isNotEqualTo(first.id());
    }

    @Test
    void anotherFacilitysMessageOfTheSameNameIsItsOwn() {
        var message = message("A28", "20260401090000", "M4", pid(number(), YURIKO));
        assertThat(messages.keep(hospital(), message)).isInstanceOf(KeptMessage.New.class);
        assertThat(messages.keep(hospital(), message)).isInstanceOf(KeptMessage.New.class);
    }

    @Test
    void theLaterByTheFacilitysTimeIsShownWhicheverComesFirst() {
        var hospital = hospital();
        var number = number();
        heard(hospital, message("A31", "20260402090000", "M6", pid(number, YURIKO.replace("二丁目", "九丁目"))));
        heard(hospital, message("A04", "20260401090000", "M5", pid(number, YURIKO)));
        assertThat(patients.shown(hospital, number).orElseThrow().address()).contains("九丁目");
    }

    @Test
    void whatCannotBeFiledWaitsForAHumanWithItsReason() {
        var hospital = hospital();
        var at = "20260401090000";
        assertThat(reason(hospital, "no message at all".getBytes(UTF_8))).isEqualTo("not-hl7");
        assertThat(reason(hospital, message("A60", at, "U1", pid(number(), YURIKO))))
                .isEqualTo("message-type");
        assertThat(reason(hospital, message("A08", at, "U2", "PV1||O"))).isEqualTo("pid-missing");
        assertThat(reason(hospital, message("A08", at, "U3", pid("", YURIKO)))).isEqualTo("number-missing");
        assertThat(reason(hospital, message("A40", at, "U4", pid(number())))).isEqualTo("segment-missing");
        var strange = "PID|||0001^^^ELSEWHERE&1.2.3.4&ISO^PI||" + YURIKO;
        assertThat(reason(hospital, message("A08", at, "U5", strange))).isEqualTo("domain-unknown");
    }

    @Test
    void theNumberIsTheOneWhoseIssuerIsTheSender() {
        var hospital = hospital();
        var number = number();
        var code = facilities.get(hospital).code();
        var pid = "PID|||0001^^^ELSEWHERE&1.2.3.4&ISO^PI~" + number + "^^^" + code + "^PI||" + YURIKO;
        assertThat(heard(hospital, message("A08", "20260401090000", "D1", pid)).state())
                .isEqualTo(FileState.ACCEPTED);
        assertThat(patients.shown(hospital, number)).isPresent();
        assertThat(patients.shown(hospital, "0001")).isEmpty();
    }

    @Test
    void anIndividualNumberIsNeverKept() {
        var hospital = hospital();
        var message = message("A08", "20260401090000", "N1", "PID|||123456789018^^^^PI||" + YURIKO);
        var kept = messages.keep(hospital, message);
        settle(hospital);
        var state = inbox.state(hospital, kept.id()).orElseThrow();
        assertThat(state.reason()).isEqualTo("my-number");
        assertThat(state.path()).doesNotContain("123456789018");
        assertThat(new String(body(hospital, kept.id()), UTF_8))
                .contains("************")
                .doesNotContain("123456789018");
        assertThat(patients.shown(hospital, "123456789018")).isEmpty();
    }

    private String reason(FacilityId hospital, byte[] message) {
        var state = heard(hospital, message);
        assertThat(state.state()).isEqualTo(FileState.QUARANTINED);
        return String.valueOf(state.reason());
    }

    private byte[] body(FacilityId hospital, long id) {
        return db.sql("select key, body from inbox where id = ?")
                .param(id)
                .query((row, n) -> {
                    var place = EnvelopeContext.ofInbox(hospital.value(), row.getBytes("key"));
                    var sealed = row.getBytes("body");
                    return envelopes.with(envelope -> envelope.open(sealed, place));
                })
                .single();
    }
}
