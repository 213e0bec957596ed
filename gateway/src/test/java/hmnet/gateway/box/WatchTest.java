package hmnet.gateway.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.gateway.Door;
import hmnet.gateway.spool.Space;
import hmnet.gateway.spool.Spool;
import hmnet.gateway.spool.SpoolKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A watched folder, its time told to it.
class WatchTest {
    static final Duration QUIET = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    final Alarms alarms = new Alarms(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    Path in;
    Lane lane;
    Watch watch;
    long seconds;

    @BeforeEach
    void opens() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        lane = lane(new Space(folder, 1 << 20, 0));
        watch = watch(FileFate.MOVE, "", "");
    }

    Lane lane(Space space) throws IOException {
        var key = SpoolKey.at(folder.resolve("key"));
        return new Lane(
                "folder-in",
                Door.FILES,
                Spool.open(folder.resolve("lane"), key, space, what -> {}),
                Spool.open(folder.resolve("aside"), key, space, what -> {}));
    }

    @AfterEach
    void closes() throws IOException {
        lane.close();
    }

    Watch watch(FileFate after, String mark, String lock) throws IOException {
        var settings = new FolderSettings(
                "in",
                in,
                Door.FILES,
                Duration.ofSeconds(5),
                QUIET,
                List.of("*.tmp", ".*"),
                mark,
                lock,
                after,
                folder.resolve("taken"),
                30);
        return new Watch(settings, 1_000, lane, alarms, new SeenFiles(folder.resolve("taken-list")));
    }

    void after(int later) {
        seconds += later;
        watch.round(Duration.ofSeconds(seconds).toNanos());
    }

    List<String> sent() throws IOException {
        return lane.waiting().head(100, 1 << 20).stream()
                .map(queued ->
                        queued.entry().path() + "=" + new String(queued.entry().bytes(), UTF_8))
                .toList();
    }

    /// R014.
    @Test
    void aFileThatIsStillWrittenToIsNotTaken() throws Exception {
        var file = Files.writeString(in.resolve("a"), "half");
        after(0);
        Files.writeString(file, "half and more");
        after(10);
        assertThat(sent()).isEmpty();
        after(9);
        assertThat(sent()).isEmpty();
        after(1);
        assertThat(sent()).containsExactly("in/a=half and more");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("taken/a")).hasContent("half and more");
        after(20);
        assertThat(sent()).hasSize(1);
    }

    /// R014.
    @Test
    void aFileUnderItsWorkingNameIsNotTakenUntilItIsRenamed() throws Exception {
        var file = Files.writeString(in.resolve("a.tmp"), "whole");
        after(0);
        after(30);
        assertThat(sent()).isEmpty();
        Files.move(file, in.resolve("a"));
        after(1);
        after(10);
        assertThat(sent()).containsExactly("in/a=whole");
    }

    @Test
    void aFileCountsWithItsMarkOnlyAndTheMarkGoesWithIt() throws Exception {
        watch = watch(FileFate.MOVE, ".end", "");
        Files.writeString(in.resolve("a"), "whole");
        after(0);
        after(30);
        assertThat(sent()).isEmpty();
        Files.createFile(in.resolve("a.end"));
        after(1);
        after(10);
        assertThat(sent()).containsExactly("in/a=whole");
        assertThat(in.resolve("a.end")).doesNotExist();
    }

    /// R014.
    @Test
    void whatOthersHoldWaits() throws Exception {
        watch = watch(FileFate.MOVE, "", ".lock");
        Files.writeString(in.resolve("a"), "a");
        var b = Files.writeString(in.resolve("b"), "b");
        var lock = Files.createFile(in.resolve("a.lock"));
        try (var held = FileChannel.open(b, StandardOpenOption.WRITE);
                var _ = held.lock()) {
            after(0);
            after(10);
            assertThat(sent()).isEmpty();
        }
        Files.delete(lock);
        after(1);
        assertThat(sent()).containsExactly("in/b=b");
        after(10);
        assertThat(sent()).containsExactly("in/b=b", "in/a=a");
    }

    @Test
    void aFolderThatStaysAsItIsSendsEachVersionOnce() throws Exception {
        watch = watch(FileFate.LEAVE, "", "");
        var file = Files.createDirectories(in.resolve("001/002")).resolve("x");
        Files.writeString(file, "first");
        after(0);
        after(10);
        after(10);
        assertThat(sent()).containsExactly("in/001/002/x=first");
        watch = watch(FileFate.LEAVE, "", "");
        after(0);
        after(10);
        assertThat(sent()).hasSize(1);
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        after(1);
        after(10);
        assertThat(sent()).containsExactly("in/001/002/x=first", "in/001/002/x=other");
        assertThat(file).exists();
    }

    /// R014.
    @Test
    void anEmptyFileHasMoreTimeToFill() throws Exception {
        Files.createFile(in.resolve("a"));
        after(0);
        after(59);
        assertThat(sent()).isEmpty();
        after(1);
        assertThat(sent()).containsExactly("in/a=");
    }

    @Test
    void withoutRoomFilesStayWhereTheyAreAndAreTakenLater() throws Exception {
        lane.close();
        lane = lane(new Space(folder, 1, 0));
        watch = watch(FileFate.MOVE, "", "");
        var file = Files.writeString(in.resolve("a"), "whole");
        after(0);
        after(10);
        assertThat(file).exists();
        assertThat(alarms.lines()).singleElement().asString().startsWith("spool-full in: ");
        lane.close();
        lane = lane(new Space(folder, 1 << 20, 0));
        watch = watch(FileFate.MOVE, "", "");
        after(0);
        after(10);
        assertThat(sent()).containsExactly("in/a=whole");
        assertThat(alarms.lines()).isEmpty();
    }

    /// A045.
    @Test
    void whatIsTooLargeOrALinkStaysAndTheRestGoesOn() throws Exception {
        var large = Files.write(in.resolve("large"), new byte[1_001]);
        Files.createSymbolicLink(in.resolve("link"), Path.of("/etc/hostname"));
        Files.writeString(in.resolve("a"), "whole");
        after(0);
        after(10);
        assertThat(sent()).containsExactly("in/a=whole");
        assertThat(large).exists();
        assertThat(alarms.lines()).singleElement().asString().startsWith("passed-over in: large: 1001 bytes");
        Files.delete(large);
        after(5);
        assertThat(alarms.lines()).isEmpty();
    }

    @Test
    void whatWasTakenLongAgoIsDeleted() throws Exception {
        Files.writeString(in.resolve("new"), "new");
        Files.setLastModifiedTime(in.resolve("new"), FileTime.fromMillis(1_000));
        var old = Files.writeString(
                Files.createDirectories(folder.resolve("taken/sub")).resolve("old"), "old");
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_000));
        after(0);
        assertThat(old).doesNotExist();
        after(10);
        assertThat(folder.resolve("taken/new")).exists();
    }

    @Test
    void aFolderThatIsGoneIsAnAlarmUntilItIsBack() throws Exception {
        Files.delete(in);
        after(0);
        assertThat(alarms.lines()).singleElement().asString().startsWith("folder-unreadable in: ");
        Files.createDirectories(in);
        after(5);
        assertThat(alarms.lines()).isEmpty();
    }
}
