package hmnet.gateway.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path folder;

    final List<String> damage = new ArrayList<>();
    SpoolKey key;
    Space space;

    @BeforeEach
    void room() throws IOException {
        key = SpoolKey.at(folder.resolve("key"));
        space = new Space(folder, 64 << 20, 0);
    }

    Spool open() throws IOException {
        return Spool.open(folder.resolve("lane"), key, space, damage::add);
    }

    static Entry entry(String name) {
        return new Entry(name, Instant.ofEpochMilli(1_700_000_000_000L), ("患者 見本花子 " + name).getBytes(UTF_8));
    }

    static List<String> names(Spool spool) throws IOException {
        return spool.head(1_000, 64 << 20).stream()
                .map(queued -> queued.entry().path())
                .toList();
    }

    List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("lane"))) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasKeptIsThereForTheNextProcessInItsOrder() throws Exception {
        var killed = open();
        for (var name : List.of("一", "二", "三")) {
            killed.keep(entry(name));
        }
        try (var next = open()) {
            assertThat(next.waiting()).isEqualTo(3);
            assertThat(next.oldest()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
            assertThat(names(next)).containsExactly("一", "二", "三");
            assertThat(next.head(1, 1).getFirst().entry().bytes())
                    .isEqualTo(entry("一").bytes());
            next.done(next.head(2, 1_000).getLast().next(), 2);
        }
        try (var third = open()) {
            assertThat(names(third)).containsExactly("三");
            assertThat(third.waiting()).isOne();
        }
    }

    @Test
    void aTornEndIsPassedOverAndNothingBeforeItIsLost() throws Exception {
        var whole = open();
        whole.keep(entry("first"));
        var ends = Files.size(files().getFirst());
        whole.keep(entry("torn"));
        var size = Files.size(files().getFirst());
        for (var cut = size - 1; cut >= ends; cut -= 7) {
            try (var file = new RandomAccessFile(files().getFirst().toFile(), "rw")) {
                file.setLength(cut);
            }
            try (var again = open()) {
                assertThat(names(again)).as("cut at " + cut).containsExactly("first");
                assertThat(again.waiting()).isOne();
            }
        }
        try (var again = open()) {
            again.keep(entry("later"));
            assertThat(names(again)).containsExactly("first", "later");
        }
        assertThat(damage).isEmpty();
    }

    @Test
    void aDamagedEntryIsToldAndTheOthersGoOn() throws Exception {
        var whole = open();
        whole.keep(entry("first"));
        var begins = Files.size(files().getFirst());
        whole.keep(entry("damaged"));
        whole.keep(entry("third"));
        for (var offset : new long[] {begins + 3, begins + 40}) {
            try (var file = new RandomAccessFile(files().getFirst().toFile(), "rw")) {
                file.seek(offset);
                var b = file.read();
                file.seek(offset);
                file.write(b ^ 1);
            }
            damage.clear();
            try (var again = open()) {
                assertThat(names(again)).containsExactly("first");
            }
        }
        try (var again = open()) {
            again.done(again.head(1, 1).getFirst().next(), 1);
            assertThat(names(again)).containsExactly("third");
            assertThat(damage).hasSize(1);
            again.done(again.head(1, 1).getFirst().next(), 1);
            assertThat(again.waiting()).isZero();
        }
    }

    @Test
    void nothingReadableStandsOnDiskAndItsKeyIsForItsOwnerAlone() throws Exception {
        try (var spool = open()) {
            spool.keep(entry("0012345_20261121.hl7"));
        }
        var raw = new String(Files.readAllBytes(files().getFirst()), UTF_8);
        assertThat(raw).doesNotContain("見本花子").doesNotContain("0012345");
        var mode = Files.getPosixFilePermissions(folder.resolve("key"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SpoolKey.at(folder.resolve("key"))).hasMessageContaining("chmod 600");
    }

    @Test
    void anotherKeyOpensNothing() throws Exception {
        try (var spool = open()) {
            spool.keep(entry("first"));
        }
        key = SpoolKey.at(folder.resolve("other"));
        try (var spool = open()) {
            assertThat(names(spool)).isEmpty();
        }
        assertThat(damage).hasSize(1);
    }

    @Test
    void whatIsDoneLeavesTheDisk() throws Exception {
        var large = new byte[2 << 20];
        new Random(7).nextBytes(large);
        try (var spool = open()) {
            spool.keep(new Entry("large", Instant.now(), large));
            assertThat(space.usedBytes()).isGreaterThan(large.length);
            spool.done(spool.head(1, 1).getFirst().next(), 1);
            assertThat(files()).isEmpty();
            assertThat(space.usedBytes()).isZero();
            spool.keep(entry("next"));
            assertThat(names(spool)).containsExactly("next");
        }
    }

    @Test
    void whenThereIsNoRoomNothingIsTakenAndWhatWaitsGoesOut() throws Exception {
        space = new Space(folder, 4_000, 0);
        var half = new byte[2_000];
        new Random(7).nextBytes(half);
        try (var spool = open()) {
            spool.keep(new Entry("first", Instant.now(), half));
            assertThatThrownBy(() -> spool.keep(new Entry("second", Instant.now(), half)))
                    .isInstanceOf(SpoolFull.class);
            assertThat(names(spool)).containsExactly("first");
            spool.done(spool.head(1, 1).getFirst().next(), 1);
            spool.keep(new Entry("second", Instant.now(), half));
            assertThat(names(spool)).containsExactly("second");
        }
        space = new Space(folder, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
        try (var spool = open()) {
            assertThatThrownBy(() -> spool.keep(entry("third"))).isInstanceOf(SpoolFull.class);
        }
    }

    @Test
    @Timeout(240)
    void manyWritersAtOnceLoseNothingWhileAReaderTakes() throws Exception {
        var writers = 8;
        var each = 500;
        var taken = new ArrayList<String>();
        try (var spool = open()) {
            try (var pool = Executors.newFixedThreadPool(writers)) {
                var running = new ArrayList<Future<?>>();
                for (var w = 0; w < writers; w++) {
                    var writer = w;
                    running.add(pool.submit(() -> {
                        for (var i = 0; i < each; i++) {
                            spool.keep(entry(writer + "-" + i));
                        }
                        return null;
                    }));
                }
                while (taken.size() < writers * each
                        && damage.isEmpty()
                        && running.stream().noneMatch(writer -> writer.state() == Future.State.FAILED)) {
                    var head = spool.head(10, 1 << 20);
                    if (!head.isEmpty()) {
                        head.forEach(queued -> taken.add(queued.entry().path()));
                        spool.done(head.getLast().next(), head.size());
                    }
                }
                for (var writer : running) {
                    writer.get();
                }
            }
            assertThat(spool.waiting()).isZero();
        }
        assertThat(taken).doesNotHaveDuplicates().hasSize(writers * each);
        assertThat(taken.stream().filter(name -> name.startsWith("3-")))
                .containsExactlyElementsOf(
                        IntStream.range(0, each).mapToObj(i -> "3-" + i).toList());
    }
}
