package hmnet.gateway.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.gateway.Desk;
import hmnet.gateway.Identity;
import hmnet.gateway.Keys;
import hmnet.gateway.MutualTls;
import hmnet.gateway.box.certificates.OwnCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The gateway renews its certificate by itself, before a small centre that checks the proof.
@Timeout(120)
class RenewalTest {
    @TempDir
    static Path pki;

    static Keys centre;
    static Keys hospital;
    static Keys renewed;
    static Keys third;

    @TempDir
    Path folder;

    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final Alarms alarms = new Alarms(new PrintStream(log, true, UTF_8));
    Desk desk;
    Path config;
    Path dropped;

    @BeforeAll
    static void keys() throws Exception {
        centre = Keys.make(pki, "centre", "EC");
        hospital = Keys.make(pki, "hospital", "EC");
        renewed = Keys.make(pki, "renewed", "RSA", "-validity", "400");
        third = Keys.make(pki, "third", "EC", "-validity", "500");
        Files.writeString(
                pki.resolve("known.crt"),
                Files.readString(hospital.certificate())
                        + Files.readString(renewed.certificate())
                        + Files.readString(third.certificate()));
    }

    @BeforeEach
    void opens() throws Exception {
        desk = new Desk(MutualTls.of(pki.resolve("known.crt"), centre.certificate(), centre.key()));
        Files.createDirectories(folder.resolve("in"));
        Files.copy(hospital.certificate(), folder.resolve("own.crt"));
        Files.copy(hospital.key(), folder.resolve("own.key"));
        dropped = Files.createDirectories(folder.resolve("next"));
        config = Files.writeString(
                folder.resolve("gateway.properties"), """
                centre=%s
                certificate=own.crt
                key=own.key
                ca=%s
                spool=spool
                retry.most=200ms
                renewal.every=50ms
                folder.storage.path=in
                folder.storage.every=20ms
                folder.storage.quiet=60ms
                """.formatted(desk.url(), centre.certificate()));
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    private Box box() throws IOException {
        return Box.open(Settings.read(config), alarms);
    }

    private void drops(Keys keys) throws IOException {
        var store = keys.certificate()
                .resolveSibling(keys.certificate().getFileName().toString().replace(".crt", ".p12"));
        Files.writeString(dropped.resolve("new.password"), "secret\n");
        Files.copy(store, dropped.resolve("new.p12"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void sends(String name) throws IOException {
        var working = Files.writeString(folder.resolve("in").resolve(name + ".tmp"), "MSH|" + name);
        Files.move(working, folder.resolve("in").resolve(name));
    }

    private static String print(Keys keys) throws IOException {
        return Identity.fingerprint(MutualTls.certificate(keys.certificate()));
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private String said() {
        return log.toString(UTF_8);
    }

    @Test
    void whatLiesInItsFolderIsRegisteredTriedAndShownWhileFilesFlow() throws Exception {
        try (var _ = box()) {
            for (var i = 0; i < 40; i++) {
                sends("file" + i);
                if (i == 10) {
                    drops(renewed);
                }
                Thread.sleep(20);
            }
            until(() -> said().contains("certificate: renewed"));
            sends("after");
            until(() -> desk.kept.size() == 41);
            assertThat(desk.senders).startsWith("CN=hospital").endsWith("CN=renewed");
            assertThat(desk.certificates.registered).containsExactly(print(hospital) + " " + print(renewed));
            assertThat(desk.certificates.ended).as("it keeps the former one").isEmpty();
            assertThat(desk.kept.values()).noneMatch(text -> text.contains("|MSH"));
        }
        try (var keys = Files.walk(folder.resolve("spool/certificate"))) {
            assertThat(keys.filter(Files::isRegularFile))
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(Files.readString(folder.resolve("own.crt"))).isEqualTo(Files.readString(hospital.certificate()));
    }

    @Test
    void aRenewedOneIsShownUntilSomebodyReplacesTheConfiguredFiles() throws Exception {
        drops(renewed);
        try (var _ = box()) {
            until(() -> said().contains("certificate: renewed"));
        }
        Files.delete(dropped.resolve("new.p12"));
        try (var _ = box()) {
            sends("first");
            until(() -> desk.kept.size() == 1);
            assertThat(desk.senders).containsOnly("CN=renewed");
            Files.copy(third.certificate(), folder.resolve("own.crt"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(third.key(), folder.resolve("own.key"), StandardCopyOption.REPLACE_EXISTING);
            until(() -> said().contains("certificate replaced; it ends at " + ends(third)));
            sends("second");
            until(() -> desk.kept.size() == 2);
            assertThat(desk.senders).endsWith("CN=third");
        }
    }

    private static String ends(Keys keys) {
        try {
            return MutualTls.certificate(keys.certificate())
                    .getNotAfter()
                    .toInstant()
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFormerOneIsEndedWhereThatIsWished() throws Exception {
        Files.writeString(config, Files.readString(config) + "renewal.former=end\n");
        drops(renewed);
        try (var _ = box()) {
            var expected = print(renewed);
            until(() -> desk.certificates.ended.contains(expected));
        }
    }

    @Test
    void whatWasKilledBeforeItWasRegisteredGoesOn() throws Exception {
        var next = Identity.of(renewed.certificate(), renewed.key());
        new OwnCertificates(folder.resolve("spool")).keepNext(next);
        Files.writeString(folder.resolve("spool/certificate/next.pem.new"), "half a key");
        try (var _ = box()) {
            until(() -> said().contains("certificate: renewed"));
            assertThat(desk.certificates.registered).hasSize(1);
        }
    }

    @Test
    void aRegisteredOneIsShownThoughTheOneInUseLetsNobodyInAnyMore() throws Exception {
        new OwnCertificates(folder.resolve("spool")).keepNext(Identity.of(renewed.certificate(), renewed.key()));
        desk.certificates.closed.add(print(hospital));
        try (var _ = box()) {
            until(() -> said().contains("certificate: renewed"));
            assertThat(desk.certificates.registered).isEmpty();
        }
    }

    @Test
    void theOneInUseStaysUntilTheNextOneWorksAndTheOfficeHasAgreed() throws Exception {
        desk.certificates.outcome = "waits";
        desk.certificates.closed.add(print(renewed));
        drops(renewed);
        try (var _ = box()) {
            until(() -> alarms.lines().toString().contains("until the office has agreed"));
            sends("first");
            until(() -> desk.kept.size() == 1);
            assertThat(desk.senders).containsOnly("CN=hospital");
            desk.certificates.outcome = "registered";
            until(() -> said().contains("was tried and does not work"));
            sends("second");
            until(() -> desk.kept.size() == 2);
            assertThat(desk.senders).containsOnly("CN=hospital");
            desk.certificates.closed.clear();
            until(() ->
                    said().contains("certificate: renewed") && !alarms.words().contains(Renewal.NOT_RENEWED));
        }
    }

    @Test
    void aRefusalIsAnAlarmAndWhatIsFinalIsNotTriedAgain() throws Exception {
        desk.certificates.outcome = "key-reused";
        drops(renewed);
        try (var _ = box()) {
            until(() -> alarms.lines().toString().contains("key-reused"));
            until(() -> status().contains("not renewed: "));
            assertThat(folder.resolve("spool/certificate/next.pem")).doesNotExist();
            desk.certificates.outcome = "registered";
            drops(third);
            until(() -> said().contains("certificate: renewed"));
            assertThat(desk.certificates.registered).containsExactly(print(hospital) + " " + print(third));
            until(() -> status().contains("certificate renewal: ") && status().contains("renewed; "));
        }
    }

    @Test
    void whereTheCentreIssuesNoneItSaysWhatIsToBeDone() throws Exception {
        try (var _ = box()) {
            until(() -> alarms.lines().toString().contains("put the next one with its key into " + dropped));
            Files.writeString(dropped.resolve("torn.p12"), "half");
            until(() -> alarms.words().contains("certificate-unreadable"));
            Files.delete(dropped.resolve("torn.p12"));
            until(() -> !alarms.words().contains("certificate-unreadable"));
        }
        try (Stream<Path> left = Files.list(folder.resolve("spool"))) {
            assertThat(left.map(file -> file.getFileName().toString())).doesNotContain("certificate");
        }
    }

    @Test
    void nothingIsAskedBeforeItIsTimeUnlessSomebodyWishes() throws Exception {
        Files.writeString(config, Files.readString(config) + "renewal.before=0s\n");
        try (var _ = box()) {
            sends("first");
            until(() -> desk.kept.size() == 1);
            assertThat(alarms.words()).doesNotContain(Renewal.NOT_RENEWED);
            assertThat(new Gateway(System.out, System.err).run("renew", "--config", config.toString()))
                    .isZero();
            until(() -> alarms.words().contains(Renewal.NOT_RENEWED));
        }
    }

    private String status() {
        var out = new ByteArrayOutputStream();
        new Gateway(new PrintStream(out, true, UTF_8), System.err).run("status", "--config", config.toString());
        return out.toString(UTF_8);
    }
}
