package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Command;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Profile;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How fast a region of many charts is matched at once, and how fast charts that arrive are then filed and
/// matched one by one (到着時の名寄せの性能): half of them of people the region knows, half of strangers.
final class ArrivalsBench {
    private static final Pattern SECONDS = Pattern.compile("seconds=([0-9.]+)");
    private static final Pattern LINKED = Pattern.compile("linked=([0-9]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final String HEAP = "-Xmx4g";
    private static final int FEW = 40;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private ArrivalsBench() {}

    static Result run(Home home, int charts, int arrivals, int seed) throws IOException {
        var folder = Files.createTempDirectory("hmnet-arrivals");
        try (var stage = Stage.of(home, FEW, seed);
                var centre = stage.centre()) {
            var known = folder.resolve("known.csv");
            var strangers = folder.resolve("strangers.csv");
            Charts.write(known, folder.resolve("truth.csv"), charts, seed);
            Charts.write(strangers, folder.resolve("truth.csv"), arrivals, seed + 1L);
            LargeRegion.fill(centre, known);
            var lines = new ArrayList<Result.Line>();
            lines.add(atOnce(home, centre, charts));
            Pause.until("what was left to be matched one by one", PATIENCE, () -> LargeRegion.waiting(centre) == 0);
            var hospital = stage.hospitals().getFirst();
            var warmUp = files(known, strangers, 0, arrivals / 10);
            arrive(centre, hospital.with(warmUp));
            var measured = files(known, strangers, arrivals / 10, arrivals);
            var cpuBefore = CpuTime.seconds(centre);
            var began = System.nanoTime();
            arrive(centre, hospital.with(measured));
            var seconds = (System.nanoTime() - began) / 1e9;
            lines.add(Result.Line.of(
                    "arrivals",
                    "n",
                    measured.size(),
                    "per_s",
                    Math.round(measured.size() / seconds),
                    "cpu_ms",
                    Result.rounded((CpuTime.seconds(centre) - cpuBefore) * 1000 / measured.size(), 2),
                    "linked",
                    LargeRegion.number(centre, "select count(*) from linkage"),
                    "open_reviews",
                    LargeRegion.number(centre, "select count(*) from match_review where state = 'open'")));
            return new Result("arrivals", Map.of("charts", charts, "seed", seed), lines);
        } finally {
            Stage.delete(folder);
        }
    }

    private static Result.Line atOnce(Home home, CentreProcess centre, int charts) throws IOException {
        var command = new ArrayList<>(
                home.center("relink", "--apply", "--data", centre.data().toString()));
        command.add(1, HEAP);
        var said = Command.run(command);
        var seconds = SECONDS.matcher(said);
        var linked = LINKED.matcher(said);
        if (!seconds.find() || !linked.find()) {
            throw new IOException("relink said: " + said);
        }
        return Result.Line.of(
                "at_once",
                "charts",
                charts,
                "linked",
                Long.valueOf(linked.group(1)),
                "seconds",
                Double.valueOf(seconds.group(1)),
                "per_s",
                Math.round(charts / Double.parseDouble(seconds.group(1))));
    }

    /// Sends them and waits until all are filed and matched.
    private static void arrive(CentreProcess centre, Hospital hospital) throws IOException {
        Load.send(centre, List.of(hospital));
        Pause.until("everybody to be matched", PATIENCE, () -> LargeRegion.waiting(centre) == 0);
    }

    private static List<StorageFile> files(Path known, Path strangers, int from, int to) throws IOException {
        var files = new ArrayList<StorageFile>();
        for (var file : List.of(known, strangers)) {
            try (var lines = Files.lines(file)) {
                lines.skip(1 + from / 2)
                        .limit((to - from) / 2)
                        .map(line -> LargeRegion.NamedPatient.of(line.split(",", -1)))
                        .forEach(named -> files.add(file(named, from + files.size())));
            }
        }
        return files;
    }

    private static StorageFile file(LargeRegion.NamedPatient named, int n) {
        var number = String.format(Locale.ROOT, "9%09d", n);
        var at = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");
        var name = StorageName.live(number, DAY, StorageKind.ADT_00, "", at, "-");
        var patient = new PatientLine(
                number,
                new PersonName(inJis(named.family()), inJis(named.given()), named.familyKana(), named.givenKana()),
                named.born() == null ? DAY : named.born(),
                named.woman() ? "F" : "M",
                named.postalCode(),
                named.address(),
                named.phone(),
                null);
        var header = new Header("HMSIM", "BENCH", at, number);
        return new StorageFile(
                name.path(), Ssmix2Messages.profile(header, patient, new Profile("", "", "", List.of(), List.of())));
    }

    /// As an SS-MIX2 message can write it.
    private static String inJis(String name) {
        return name.replace('髙', '高').replace('﨑', '崎');
    }
}
