package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Command;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Holdings;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// A whole district sent through (全量取込訓練): ready in half a minute, loaded in four hours, in memory that
/// does not grow.
final class LoadDrill implements Drill {
    private static final double READY_SECONDS = 30;
    private static final double LOADED_SECONDS = 4 * 3600;

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var people = asked.people(100_000);
        var folder = Files.createTempDirectory("hmnet-load");
        var demo = folder.resolve("data").resolve("demo");
        try (var centre = new CentreProcess(home, folder.resolve("data"))) {
            var began = System.nanoTime();
            Command.run(home.region(
                    "plan",
                    "--out",
                    demo.toString(),
                    "--people",
                    Integer.toString(people),
                    "--seed",
                    Long.toString(asked.seed())));
            centre.start();
            return send(home, asked, centre, people, began);
        } finally {
            Stage.delete(folder);
        }
    }

    private static Verdict send(Home home, DrillSettings asked, CentreProcess centre, int people, long began)
            throws IOException {
        var demo = centre.data().resolve("demo");
        var region = new ProcessBuilder(home.region(
                        "send",
                        "--dir",
                        demo.toString(),
                        "--mtls",
                        centre.mtls().toString()))
                .redirectError(centre.data().resolve("region.log").toFile())
                .start();
        var ready = new AtomicReference<>(0.0);
        var loaded = new AtomicReference<>("");
        var ofCentre = new Memory();
        var ofRegion = new Memory();
        try {
            var reading = Thread.ofVirtual().start(() -> read(region, began, ready, loaded));
            for (var second = 0; reading.isAlive(); second++) {
                if (second % 10 == 0) {
                    ofCentre.sample(CpuTime.residentBytes(centre.pid()));
                    ofRegion.sample(CpuTime.residentBytes(region.pid()));
                }
                Pause.millis(1_000);
            }
        } finally {
            region.destroyForcibly();
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var sent = !loaded.get().isEmpty();
        return Verdict.of(
                "load",
                asked.seed(),
                sent && ready.get() <= READY_SECONDS && seconds <= LOADED_SECONDS && ofCentre.flat() && ofRegion.flat(),
                "people",
                people,
                "ready_s",
                String.format(Locale.ROOT, "%.1f", ready.get()),
                "loaded_s",
                String.format(Locale.ROOT, "%.0f", seconds),
                "sent",
                sent ? loaded.get().replace("loaded: ", "").replace(' ', ',') : "no",
                "centre",
                ofCentre,
                "region",
                ofRegion,
                "disk_mb",
                Holdings.bytes(centre) >> 20);
    }

    private static void read(
            Process region, long began, AtomicReference<Double> ready, AtomicReference<String> loaded) {
        try (var lines = region.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("featured")) {
                    ready.set((System.nanoTime() - began) / 1e9);
                } else if (line.startsWith("loaded:")) {
                    loaded.set(line);
                }
            }
        } catch (IOException e) {
            System.err.println("drill load: " + e.getMessage());
        }
    }
}
