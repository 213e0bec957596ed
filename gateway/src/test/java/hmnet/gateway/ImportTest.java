package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... args) {
        return new Import(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(args);
    }

    Path tree() throws Exception {
        var tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("123/456"));
        Files.writeString(tree.resolve("123/456/first"), "MSH|one");
        Files.writeString(tree.resolve("123/456/second"), "MSH|two");
        return tree;
    }

    Path credentials(Keys centre, Keys hospital, String url) throws Exception {
        return Files.writeString(folder.resolve("credentials.json"), """
                {"url": "http://localhost:1", "mtls": "%s", "ca": "%s", "staff": [{"login": "taro"}], "facilities": [
                  {"code": "3419999991", "name": "試験病院", "kind": "hospital", "cert": "%s", "key": "%s", "crl": "crl.pem"}]}
                """.formatted(
                        url, name(centre.certificate()), name(hospital.certificate()), name(hospital.key())));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Test
    void aTreeIsSentAndTheLastLineSaysWhatBecameOfIt() throws Exception {
        var centre = Keys.make(folder, "centre", "EC");
        var hospital = Keys.make(folder, "hospital", "RSA");
        try (var desk = new Desk(MutualTls.of(hospital.certificate(), centre.certificate(), centre.key()))) {
            var credentials =
                    credentials(centre, hospital, desk.url().toString()).toString();
            var tree = tree();
            assertThat(run("ssmix2", tree.toString(), "--credentials", credentials, "--facility", "3419999991"))
                    .isZero();
            assertThat(out.toString(UTF_8)).matches("imported: files=2 kept=2 duplicate=0 refused=0 seconds=[0-9.]+\n");

            out.reset();
            Files.createFile(tree.resolve("123/empty"));
            Files.createSymbolicLink(tree.resolve("123/link"), Path.of("/etc/hostname"));
            try (var huge = new RandomAccessFile(tree.resolve("123/huge").toFile(), "rw")) {
                huge.setLength(2L << 30);
            }
            assertThat(run("ssmix2", tree.toString(), "--credentials", credentials, "--facility", "3419999991"))
                    .isOne();
            assertThat(out.toString(UTF_8)).contains("files=5 kept=0 duplicate=2 refused=3");
            assertThat(err.toString(UTF_8))
                    .contains(
                            "refused: 123/empty: empty",
                            "refused: 123/link: not a plain file",
                            "refused: 123/huge: 2147483648 bytes");
            assertThat(desk.known).containsOnly("123/456/first", "123/456/second");
        }
    }

    @Test
    void aCentreThatIsNotThereMeansRunItAgain() throws Exception {
        var centre = Keys.make(folder, "centre", "EC");
        var credentials = credentials(centre, centre, "https://localhost:1").toString();
        assertThat(run("ssmix2", tree().toString(), "--credentials", credentials, "--facility", "3419999991"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("https://localhost:1/inbox/ does not answer; run it again");
    }

    /// R020.
    @Test
    void aLoadThatWasCutGoesOnWhereItWasAndEndsInATableToSign() throws Exception {
        var centre = Keys.make(folder, "centre", "EC");
        var tree = folder.resolve("tree");
        for (var i = 0; i < 1_200; i++) {
            var name = "0012345_20260%d01_OML-11_%015d_20260401090000000_01_1".formatted(1 + i % 3, i);
            Files.writeString(Files.createDirectories(tree.resolve("001/234")).resolve(name), "MSH|" + i);
        }
        var state = folder.resolve("state.json").toString();
        var report = folder.resolve("report.txt");
        try (var desk = new Desk(MutualTls.of(centre.certificate(), centre.certificate(), centre.key()))) {
            var credentials = credentials(centre, centre, desk.url().toString()).toString();
            String[] load = {
                "ssmix2",
                tree.toString(),
                "--credentials",
                credentials,
                "--facility",
                "3419999991",
                "--state",
                state,
                "--report",
                report.toString(),
                "--backlog",
                "100",
                "--rate",
                "50000"
            };
            desk.cutAfterAll = 1_100;
            assertThat(run(load)).isEqualTo(2);
            assertThat(report).doesNotExist();
            out.reset();
            assertThat(run(load)).isZero();
            assertThat(out.toString(UTF_8)).contains("files=200 ");
            assertThat(desk.kept).hasSize(1_200);
            assertThat(Files.readString(report))
                    .contains("2026-01\tOML-11\t400\t", "2026-03\tOML-11\t", "署名")
                    .contains("15 件、うち隠したもの 3 件（2026-11-20 10:00 まで）");
            Files.writeString(tree.resolve("001/235"), "MSH|later");
            out.reset();
            run(load);
            assertThat(out.toString(UTF_8)).contains("files=1 kept=1");
        }
    }

    @Test
    void theOrderOfTheWalkIsNameByName() {
        assertThat(LoadState.order(Path.of("a/b"), Path.of("a.b"))).isNegative();
        assertThat(LoadState.order(Path.of("a/b/c"), Path.of("a/b"))).isPositive();
        assertThat(LoadState.order(Path.of("a/b"), Path.of("a/b"))).isZero();
        assertThat(LoadState.group("x/0012345_-_ADT-00_999999999999999_20250131090000000_-_1"))
                .isEqualTo("2025-01 ADT-00");
        assertThat(LoadState.group("readme.txt")).isEqualTo("- -");
    }

    @Test
    void wrongWordsGetTheUsageAndSixtyFour() throws Exception {
        assertThat(run()).isEqualTo(64);
        assertThat(run("nsips", "dir")).isEqualTo(64);
        assertThat(run("ssmix2", tree().toString(), "--credentials", "/nowhere", "--facility", "1"))
                .isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("usage: hmnet import ssmix2");
    }
}
