package hmnet.gateway.box;

import static hmnet.gateway.box.BoxTest.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.gateway.Desk;
import hmnet.gateway.Keys;
import hmnet.gateway.MutualTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The line is dead for a month, the box is switched off now and then, its certificate ends meanwhile, and its
/// disk is too small for all of it.
@Timeout(240)
class MonthOfflineTest {
    private static final int DAYS = 30;
    private static final int A_DAY = 4;
    private static final int FILE = 20_000;

    @TempDir
    Path folder;

    private final Alarms alarms = new Alarms(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    private final Instant began = Instant.now().minus(Duration.ofDays(DAYS));
    private final Random random = new Random(7);
    private final List<String> dropped = new ArrayList<>();
    private Desk desk;
    private Keys renewed;
    private Path in;

    @BeforeEach
    void opens() throws Exception {
        var centre = Keys.make(folder, "centre", "EC");
        var hospital = Keys.make(folder, "hospital", "EC", "-startdate", "-40d", "-validity", "20");
        renewed = Keys.make(folder, "renewed", "EC", "-validity", "2");
        var known = Files.writeString(
                folder.resolve("known.crt"),
                Files.readString(hospital.certificate()) + Files.readString(renewed.certificate()));
        desk = new Desk(MutualTls.of(known, centre.certificate(), centre.key()));
        in = Files.createDirectories(folder.resolve("in"));
        Files.copy(hospital.certificate(), folder.resolve("own.crt"));
        Files.copy(hospital.key(), folder.resolve("own.key"));
        Files.writeString(folder.resolve("gateway.properties"), """
                centre=%s
                certificate=own.crt
                key=own.key
                ca=%s
                spool=spool
                spool.most=1MiB
                spool.keep-free=1
                retry.most=200ms
                folder.storage.path=in
                folder.storage.door=ssmix2
                folder.storage.every=20ms
                folder.storage.quiet=60ms
                mllp.port=0
                """.formatted(desk.url(), centre.certificate()));
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    private Box box() throws IOException {
        return Box.open(Settings.read(folder.resolve("gateway.properties")), alarms);
    }

    /// It does not press together.
    private String text(int length) {
        var text = new StringBuilder(length);
        random.ints(length, '0', 'z').forEach(c -> text.append((char) c));
        return text.toString().replace('^', '0').replace('\\', '0');
    }

    /// What a hospital stores on one day, at its times.
    private void day(int day) throws IOException {
        for (var n = 0; n < A_DAY; n++) {
            var name = "day%02d-%d".formatted(day, n);
            var working = Files.writeString(in.resolve(name + ".tmp"), text(FILE));
            Files.setLastModifiedTime(
                    working, FileTime.from(began.plus(Duration.ofDays(day)).plusSeconds(n)));
            Files.move(working, in.resolve(name));
            dropped.add(name);
        }
    }

    private long inTheFolder() {
        try (var files = Files.list(in)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean said(String word) {
        return alarms.words().stream().anyMatch(raised -> raised.startsWith(word));
    }

    @Test
    void aMonthOfflineIsKeptWithinItsLimitAndGoesOutInItsOrder() throws Exception {
        desk.status = 503;
        desk.ended.add("CN=hospital");
        for (var day = 0; day < DAYS; day += 10) {
            try (var _ = box()) { // switched off after ten days each time
                for (var next = day; next < day + 10; next++) {
                    day(next);
                }
                until(() -> said("spool-full") || inTheFolder() == 0);
            }
        }
        var waiting = inTheFolder();
        assertThat(waiting).as("what has no room stays where it is").isBetween(1L, (long) DAYS * A_DAY - 10);
        assertThat(in.resolve("day00-0")).as("the oldest was taken").doesNotExist();
        assertThat(in.resolve("day29-3")).as("the newest has to wait").exists();
        assertThat(desk.kept).isEmpty();
        try (var box = box();
                var caller = new Caller(box.port().orElseThrow())) {
            until(() -> said("spool-full") && said("certificate-ends"));
            assertThat(caller.ask(Caller.message("no room") + "NTE|1||" + text(3 * FILE) + "\r"))
                    .contains("MSA|AR");
            desk.status = 200;
            until(() -> said("turned-away"));
            assertThat(desk.kept)
                    .as("nobody is let in with a certificate that has ended")
                    .isEmpty();
            Files.copy(renewed.certificate(), folder.resolve("own.crt"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(renewed.key(), folder.resolve("own.key"), StandardCopyOption.REPLACE_EXISTING);
            until(() -> desk.kept.size() == DAYS * A_DAY);
            assertThat(caller.ask(Caller.message("room again"))).contains("MSA|AA");
            until(() -> !said("spool-full") && !said("turned-away"));
        }
        assertThat(desk.order.subList(0, dropped.size())).isEqualTo(dropped);
    }
}
