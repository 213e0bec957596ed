package hmnet.gateway.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.gateway.Desk;
import hmnet.gateway.Keys;
import hmnet.gateway.MutualTls;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole box, before a small centre.
@Timeout(240)
class BoxTest {
    @TempDir
    static Path pki;

    static Keys centre;
    static Keys hospital;
    static Keys renewed;

    @TempDir
    Path folder;

    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final Alarms alarms = new Alarms(new PrintStream(log, true, UTF_8));
    Desk desk;
    Path config;
    Path in;

    @BeforeAll
    static void keys() throws Exception {
        centre = Keys.make(pki, "centre", "EC");
        hospital = Keys.make(pki, "hospital", "EC");
        renewed = Keys.make(pki, "renewed", "RSA");
        Files.writeString(
                pki.resolve("known.crt"),
                Files.readString(hospital.certificate()) + Files.readString(renewed.certificate()));
    }

    @BeforeEach
    void opens() throws Exception {
        desk = new Desk(MutualTls.of(pki.resolve("known.crt"), centre.certificate(), centre.key()));
        in = Files.createDirectories(folder.resolve("in"));
        Files.copy(hospital.certificate(), folder.resolve("own.crt"));
        Files.copy(hospital.key(), folder.resolve("own.key"));
        config = Files.writeString(
                folder.resolve("gateway.properties"), """
                centre=%s
                certificate=own.crt
                key=own.key
                ca=%s
                spool=spool
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

    Box box() throws Exception {
        return Box.open(Settings.read(config), alarms);
    }

    static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    void drop(String name, String text) throws Exception {
        var working = Files.writeString(in.resolve(name + ".tmp"), text);
        Files.move(working, in.resolve(name));
    }

    String status() throws Exception {
        var out = new ByteArrayOutputStream();
        var code =
                new Gateway(new PrintStream(out, true, UTF_8), System.err).run("status", "--config", config.toString());
        return "exit " + code + "\n" + out.toString(UTF_8);
    }

    private boolean tells(String words) {
        try {
            return status().contains(words);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void filesAndMessagesReachTheCentreThroughTheirDoors() throws Exception {
        try (var box = box();
                var caller = new Caller(box.port().orElseThrow())) {
            drop("first", "MSH|one");
            assertThat(caller.ask(Caller.message("1"))).contains("MSA|AA|1");
            until(() -> desk.kept.size() == 2);
            assertThat(desk.kept).containsEntry("ssmix2:first", "MSH|one");
            assertThat(desk.kept.keySet())
                    .anySatisfy(name -> assertThat(name).matches("files:mllp/ADT-A08-[0-9a-f]{32}\\.hl7"));
            assertThat(desk.senders).containsOnly("CN=hospital");
        }
    }

    @Test
    void whatWaitsWhileTheCentreIsAwayGoesOutInItsOrderWhenItIsBack() throws Exception {
        desk.status = 503;
        try (var box = box();
                var caller = new Caller(box.port().orElseThrow())) {
            for (var i = 0; i < 5; i++) {
                assertThat(caller.ask(Caller.message("away" + i))).contains("MSA|AA");
            }
            until(() -> alarms.words().contains("unreachable"));
        }
        desk.status = 200;
        try (var _ = box()) {
            until(() -> desk.kept.size() == 5 && !alarms.words().contains("unreachable"));
        }
    }

    @Test
    void whatTheCentreRefusesIsSetAsideWithItsReasonAndSentAgainWhenAsked() throws Exception {
        try (var _ = box()) {
            Files.createFile(in.resolve("empty"));
            drop("sound", "MSH|sound");
            until(() -> alarms.words().contains("set-aside"));
            until(() -> desk.kept.containsKey("ssmix2:sound"));
            until(() -> tells("センターでの保留"));
            assertThat(status())
                    .startsWith("exit 1")
                    .contains("除外 set aside 1")
                    .contains("除外 set aside: empty: empty")
                    .contains("センターでの保留 held at the centre: 1")
                    .contains("a/b: truncated (OBX)");
            assertThat(new Gateway(System.out, System.err).run("retry", "--config", config.toString()))
                    .isZero();
            until(() -> log.toString(UTF_8).contains("put back: folder-storage 1"));
        }
    }

    /// R016.
    @Test
    void aFileTheCentreFailsAtDoesNotHoldUpTheOthers() throws Exception {
        desk.poison = "a-poison"::equals;
        drop("a-poison", "MSH|bad");
        drop("b", "MSH|b");
        drop("c", "MSH|c");
        try (var box = box();
                var caller = new Caller(box.port().orElseThrow())) {
            assertThat(caller.ask(Caller.message("other lane"))).contains("MSA|AA");
            until(() -> desk.kept.keySet().containsAll(List.of("ssmix2:b", "ssmix2:c")) && desk.kept.size() == 3);
            until(() -> alarms.words().contains("set-aside"));
        }
    }

    @Test
    void aFileIsNotBlamedForAnOutageThatEndsBetweenTwoAttempts() throws Exception {
        desk.poison = name -> name.equals("a") && !desk.kept.containsKey("ssmix2:b");
        drop("a", "MSH|a");
        drop("b", "MSH|b");
        try (var _ = box()) {
            until(() -> desk.kept.size() == 2);
            until(() -> !alarms.words().contains("unreachable"));
            assertThat(desk.kept).containsEntry("ssmix2:a", "MSH|a");
            assertThat(alarms.words()).doesNotContain("set-aside");
        }
    }

    @Test
    void aNewCertificateIsUsedAsSoonAsItsKeyLiesBesideIt() throws Exception {
        try (var _ = box()) {
            drop("first", "MSH|one");
            until(() -> desk.kept.size() == 1);
            Files.copy(renewed.certificate(), folder.resolve("own.crt"), StandardCopyOption.REPLACE_EXISTING);
            until(() -> alarms.words().contains("certificate-unusable"));
            drop("second", "MSH|two");
            until(() -> desk.kept.size() == 2);
            assertThat(desk.senders).containsOnly("CN=hospital");
            Files.copy(renewed.key(), folder.resolve("own.key"), StandardCopyOption.REPLACE_EXISTING);
            until(() -> log.toString(UTF_8).contains("certificate replaced"));
            drop("third", "MSH|three");
            until(() -> desk.kept.size() == 3);
            assertThat(desk.senders).contains("CN=renewed");
            assertThat(alarms.words()).doesNotContain("certificate-unusable");
        }
    }

    @Test
    void aCertificateThatEndsWithinAMonthIsAnAlarm() throws Exception {
        try (var _ = box()) {
            until(() -> desk.reports.stream().anyMatch(report -> report.contains("\"certificate-ends\"")));
        }
    }

    @Test
    void aLargeFileGoesAloneAndUnharmed() throws Exception {
        var large = new StringBuilder();
        new Random(5).ints(6 << 20, 'a', 'z').forEach(c -> large.append((char) c));
        drop("large", large.toString());
        drop("small", "MSH|small");
        try (var _ = box()) {
            until(() -> desk.kept.size() == 2);
            assertThat(desk.kept.get("ssmix2:large")).isEqualTo(large.toString());
        }
    }

    @Test
    void twoGatewaysDoNotShareASpool() throws Exception {
        try (var _ = box()) {
            assertThatThrownBy(this::box).isInstanceOf(Box.Busy.class);
        }
    }

    @Test
    void aKeyThatIsLostIsNotReplacedBesideAnOldSpool() throws Exception {
        desk.status = 503;
        try (var box = box();
                var caller = new Caller(box.port().orElseThrow())) {
            caller.ask(Caller.message("1"));
        }
        Files.delete(folder.resolve("spool/key"));
        assertThatThrownBy(this::box).isInstanceOf(BadSetting.class).hasMessageContaining("missing");
    }

    @Test
    void aSlipInTheConfigurationIsNamed() throws Exception {
        for (var line : List.of(
                "folder.storage.quite=5s", "retry.most=soon", "mllp.address=0.0.0.0", "folder.storage.after=burn")) {
            var wrong = Files.writeString(
                    folder.resolve("wrong.properties"),
                    Files.readString(config).replaceAll("(?m)^retry.*$", "") + line + "\n");
            assertThatThrownBy(() -> Settings.read(wrong))
                    .as(line)
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining(line.substring(0, line.indexOf('=')));
        }
        assertThat(new Gateway(System.out, System.err).run("check", "--config", config.toString()))
                .isZero();
    }

    @Test
    void theClocksAreComparedWithTheDoubtOfTheJourney() {
        var now = java.time.Instant.parse("2026-11-21T00:00:00Z");
        assertThat(Report.clockOff(now, now.plusSeconds(2), now.minusSeconds(59)))
                .isZero();
        assertThat(Report.clockOff(now, now.plusSeconds(2), now.minusSeconds(119)))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(Report.clockOff(now, now, now.plusSeconds(300))).isEqualTo(Duration.ofMinutes(-5));
    }
}
