package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.MachineConnector;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.ReceivedFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sending that is too much at once, and sending that breaks off, through the facilities' door.
class TroubledSendingTest extends Ward {
    private static final int USUAL = 4;
    private static final int TIMES = 10;
    private static final int EACH = 3;

    /// In the middle of a file: behind the block of its header.
    private static final int WITHIN = 512 + 20;

    @Autowired
    MachineConnector connector;

    @Autowired
    InboxLoad inboxLoad;

    private Machine machine() throws GeneralSecurityException {
        return Machine.of(hospital(), facilities, facilityCa(), connector.port().orElseThrow());
    }

    private record Told(ReceivedFile file, HttpResponse<String> answer) {
        boolean acknowledged() {
            return answer.statusCode() == 201;
        }

        /// Told to come again, and when.
        boolean refused() {
            return (answer.statusCode() == 429 || answer.statusCode() == 503)
                    && answer.headers().firstValue("Retry-After").isPresent();
        }
    }

    /// So many connections at once, each with some files, one after the other.
    private List<Told> sent(Machine machine, int connections) throws Exception {
        var told = new ArrayList<Told>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<Told>>>();
            for (int n = 0; n < connections; n++) {
                running.add(threads.submit(() -> {
                    try (var own = machine.another()) {
                        return sent(own);
                    }
                }));
            }
            for (var one : running) {
                told.addAll(one.get());
            }
        }
        return told;
    }

    private static List<Told> sent(Machine machine) throws IOException, InterruptedException {
        var told = new ArrayList<Told>();
        for (int n = 0; n < EACH; n++) {
            var file = Papers.of(number()).profile();
            told.add(new Told(file, machine.answer(file)));
        }
        return told;
    }

    private static List<String> bytes(Stream<byte[]> files) {
        return files.map(HexFormat.of()::formatHex).toList();
    }

    private List<String> held(FacilityId facility) {
        return bytes(opened(facility).stream());
    }

    private static List<String> sent(ReceivedFile... files) {
        return bytes(Arrays.stream(files).map(ReceivedFile::body));
    }

    /// R018.
    @Test
    void tenTimesTheUsualForAWhileLosesNothingThatWasAcknowledgedAndAllIsFiled() throws Exception {
        var machine = machine();
        var told = new ArrayList<>(sent(machine, USUAL));
        assertThat(told).as("as usual").allMatch(Told::acknowledged);
        var over = sent(machine, USUAL * TIMES);
        assertThat(over).as("kept, or told to come again").allMatch(one -> one.acknowledged() || one.refused());
        assertThat(over).anyMatch(Told::acknowledged);
        told.addAll(over);
        var after = sent(machine, USUAL);
        assertThat(after).as("as usual again").allMatch(Told::acknowledged);
        told.addAll(after);
        settle(machine.facility());
        var acknowledged = told.stream().filter(Told::acknowledged).toList();
        assertThat(held(machine.facility()))
                .as("each once, byte for byte, and nothing that was refused")
                .containsExactlyInAnyOrderElementsOf(
                        bytes(acknowledged.stream().map(one -> one.file().body())));
        var counts = inbox.counts(machine.facility());
        assertThat(counts.accepted() + counts.repaired()).isEqualTo(acknowledged.size());
    }

    /// R018. The door is filled by a lock that keeps the facility's files from being committed.
    @Test
    void whoeverComesWhileTheDoorIsFullIsToldWhenToComeAgainAndIsTakenThen() throws Exception {
        try (var late = machine();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(late.answer(Papers.of(number()).profile()).statusCode()).isEqualTo(201);
            var file = Papers.of(number()).visit();
            var before = new ArrayList<Future<List<Told>>>();
            try (var owner = owner()) {
                owner.setAutoCommit(false);
                try (var lock = owner.prepareStatement("select from inbox_received where facility = ? for update")) {
                    lock.setLong(1, late.facility().value());
                    lock.execute();
                    while (!inboxLoad.full()) {
                        before.add(threads.submit(() -> {
                            try (var own = late.another()) {
                                return sent(own);
                            }
                        }));
                        Thread.sleep(20);
                    }
                    var refused = new Told(file, late.answer(file));
                    assertThat(refused.answer().statusCode()).isEqualTo(429);
                    assertThat(refused.refused()).isTrue();
                    assertThat(refused.answer()
                                    .headers()
                                    .firstValueAsLong("Retry-After")
                                    .orElseThrow())
                            .isBetween(1L, 3L);
                    assertThat(refused.answer().body()).contains("busy");
                }
                owner.rollback();
            }
            var told = new ArrayList<Told>();
            for (var one : before) {
                told.addAll(one.get());
            }
            assertThat(told).allMatch(one -> one.acknowledged() || one.refused());
            var kept = told.stream().filter(Told::acknowledged).map(Told::file).toArray(ReceivedFile[]::new);
            assertThat(held(late.facility())).as("whoever was in").containsAll(sent(kept));
            assertThat(held(late.facility())).doesNotContainAnyElementsOf(sent(file));
            assertThat(late.answer(file).statusCode()).as("come again").isEqualTo(201);
            assertThat(held(late.facility())).containsAll(sent(file));
        }
    }

    private static ReceivedFile[] files() {
        var papers = Papers.of(number());
        return new ReceivedFile[] {
            papers.profile(),
            papers.visit(),
            papers.prescription("000000000000031", "架空錠５ｍｇ"),
            papers.prescription("000000000000032", "架空散１％")
        };
    }

    /// R020: taken up by file, not by byte.
    @Test
    void anArchiveCutInTheMiddleOfAFileIsCompletedBySendingItAgain() throws Exception {
        var files = files();
        var whole = Parcel.of(files).bytes();
        var straight = machine();
        straight.tar(whole);
        settle(straight.facility());
        for (int kept = 0; kept < files.length; kept++) {
            var before = Arrays.copyOf(files, kept);
            var machine = machine();
            var cut = machine.tar(Arrays.copyOf(whole, Parcel.of(before).entryBytes() + WITHIN));
            assertThat(cut.body().lines().filter(line -> line.contains("\"outcome\":\"kept\"")))
                    .as("what came whole is acknowledged")
                    .hasSize(kept);
            assertThat(cut.body().lines().toList().getLast()).contains("\"reason\":\"truncated\"");
            assertThat(held(machine.facility())).isEqualTo(sent(before));
            var again = machine.tar(whole).body().lines().toList();
            assertThat(again).hasSize(files.length);
            assertThat(again.subList(0, kept)).allMatch(line -> line.contains("\"outcome\":\"duplicate\""));
            assertThat(again.subList(kept, files.length)).allMatch(line -> line.contains("\"outcome\":\"kept\""));
            assertThat(held(machine.facility())).isEqualTo(sent(files));
            settle(machine.facility());
            assertThat(digest(machine.facility())).isEqualTo(digest(straight.facility()));
        }
    }

    /// R020: nobody heard an answer.
    @Test
    void aConnectionThatBreaksInTheMiddleOfAFileLeavesNothingDoubledOrHalf() throws Exception {
        var files = files();
        var whole = Parcel.of(files).bytes();
        var machine = machine();
        try (var socket = machine.tls()
                .getSocketFactory()
                .createSocket("localhost", connector.port().orElseThrow())) {
            var out = socket.getOutputStream();
            out.write(("POST /inbox/ssmix2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-tar\r\n"
                            + "Content-Length: " + whole.length + "\r\n\r\n")
                    .getBytes(US_ASCII));
            out.write(whole, 0, Parcel.of(Arrays.copyOf(files, 2)).entryBytes() + WITHIN);
            out.flush();
        }
        assertThat(machine.tar(whole).body().lines())
                .hasSize(files.length)
                .allMatch(line -> line.contains("\"outcome\":\"kept\"") || line.contains("\"outcome\":\"duplicate\""));
        assertThat(held(machine.facility())).containsExactlyInAnyOrderElementsOf(sent(files));
    }
}
