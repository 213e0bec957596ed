package hmnet.region;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.region.plan.Facility;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RegionTest {
    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... args) {
        return new Region(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(args);
    }

    String[] said() {
        return out.toString(UTF_8).split("\n");
    }

    Path planned() {
        var demo = folder.resolve("demo");
        assertThat(run("plan", "--out", demo.toString(), "--people", "12", "--seed", "3"))
                .isZero();
        return demo;
    }

    @Test
    void whatIsPlannedIsSentAndASecondStartSendsNothing() throws Exception {
        var demo = planned();
        try (var centre = new Centre(demo.resolve("pki"))) {
            centre.failures.set(2);
            var began = System.nanoTime();
            assertThat(run("send", "--dir", demo.toString(), "--mtls", centre.url()))
                    .isZero();
            assertThat(said()[0]).isEqualTo("featured");
            assertThat(said()[1])
                    .matches("loaded: messages=" + centre.kept.size() + " resources=[0-9]+ seconds=[0-9.]+");
            var passed = (System.nanoTime() - began) / 1e9;
            assertThat(Double.parseDouble(said()[1].replaceAll(".*seconds=", "")))
                    .as("seconds told, each counted once")
                    .isLessThanOrEqualTo(passed + 0.1);
            assertThat(err.toString(UTF_8)).contains("trying again");
            assertThat(centre.kept)
                    .anyMatch(path ->
                            path.contains("CN=" + Facility.HOSPITALS.get(2).code()));

            var once = centre.received.get();
            var first = said();
            out.reset();
            assertThat(run("send", "--dir", demo.toString(), "--mtls", centre.url()))
                    .isZero();
            assertThat(said()).isEqualTo(first);
            assertThat(centre.received.get()).isEqualTo(once);
        }
    }

    @Test
    void whatIsSaidTodayGoesByHl7AndFhirOnceEach() throws Exception {
        var demo = planned();
        try (var centre = new Centre(demo.resolve("pki"))) {
            assertThat(run("send", "--dir", demo.toString(), "--mtls", centre.url(), "--mllp", centre.mllp()))
                    .isZero();
            for (var kind : List.of("ADT^A04 ", "ORU^R01 ", "RDE^O11 ", "{\"resourceType\":\"Bundle\"")) {
                assertThat(centre.said).anyMatch(said -> said.startsWith(kind));
            }
            assertThat(centre.said).noneMatch(said -> said.contains("Exception"));
            assertThat(err.toString(UTF_8)).contains("the centre is busy");
            assertThat(run("send", "--dir", demo.toString(), "--mtls", centre.url(), "--mllp", "nowhere"))
                    .isEqualTo(64);
        }
    }

    @Test
    void aSenderThatLostItsMarkRepeatsItselfAndDoublesNothing() throws Exception {
        var demo = planned();
        try (var centre = new Centre(demo.resolve("pki"))) {
            run("send", "--dir", demo.toString(), "--mtls", centre.url());
            var kept = centre.kept.size();
            Files.delete(demo.resolve("region.sent"));
            run("send", "--dir", demo.toString(), "--mtls", centre.url());
            assertThat(centre.kept).hasSize(kept);
            assertThat(centre.received.get()).isEqualTo(2 * kept);
        }
    }

    @Test
    void theSameTreesStandOnDiskForTryingAnImportByHand() throws Exception {
        var tree = folder.resolve("tree");
        assertThat(run("tree", "--out", tree.toString(), "--people", "8", "--seed", "3"))
                .isZero();
        for (var hospital : Facility.HOSPITALS.subList(0, 3)) { // the others know residents with a story alone
            try (var files = Files.walk(tree.resolve(hospital.code()))) {
                assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
            }
        }
    }

    @Test
    void wrongWordsGetTheUsageAndSixtyFour() {
        assertThat(run()).isEqualTo(64);
        assertThat(run("plan", "--people", "500")).isEqualTo(64);
        assertThat(run("plan", "--out", folder.toString(), "--people", "many")).isEqualTo(64);
        assertThat(run("send", "--dir")).isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("usage: region plan");
    }

    @Test
    void beingStoppedIsNoFailureButACrashIs() throws Exception {
        var demo = planned();
        var waiting = java("send", "--dir", demo.toString(), "--mtls", "https://localhost:1");
        assertThat(waiting.errorReader(UTF_8).readLine()).contains("cut off");
        waiting.destroy();
        assertThat(waiting.waitFor()).isZero();

        Files.writeString(demo.resolve("plan.json"), "{damaged");
        assertThat(java("send", "--dir", demo.toString(), "--mtls", "https://localhost:1")
                        .waitFor())
                .isNotZero();
    }

    static Process java(String... args) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Region.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }
}
