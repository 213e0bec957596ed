package hmnet.bench;

import hmnet.bench.Clients.Measurement;
import hmnet.bench.Townsfolk.KnownResident;
import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Connection;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import hmnet.gateway.Credentials;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/// How long a hospital's system waits until it knows who somebody is (本人照会の性能): ITI-78 over mutual TLS
/// by kana and birth date, and by a kanji written otherwise, each answer with its committed audit event.
final class PdqBench {
    private static final int WARM_UP_SECONDS = 30;
    private static final int SECONDS = 15;

    private PdqBench() {}

    static Result run(Home home, int people, int clients) throws IOException {
        try (var stage = Stage.of(home, 20, 11);
                var centre = stage.centre()) {
            var hospital = stage.hospitals().getFirst().code();
            var known = Townsfolk.move(centre, hospital, people);
            var kana = paths(known, one -> query(one.familyKana(), one.givenKana(), one.born()));
            var kanji = paths(known, one -> query(plain(one.family()), "", one.born()));
            var tls = Credentials.read(centre.data().resolve("demo").resolve("credentials.json"))
                    .of(hospital)
                    .orElseThrow();
            ask(centre, tls, kana, clients, WARM_UP_SECONDS);
            ask(centre, tls, kanji, clients, WARM_UP_SECONDS);
            var lines = new ArrayList<Result.Line>();
            for (var atOnce : List.of(1, clients)) {
                lines.add(line("kana", atOnce, centre, tls, kana));
                lines.add(line("kanji", atOnce, centre, tls, kanji));
            }
            return new Result("pdq", Map.of("people", people, "chartsOfTheHospital", people / 3), lines);
        }
    }

    private static Result.Line line(String by, int clients, CentreProcess centre, SSLContext tls, List<String> paths)
            throws IOException {
        var answered = Measurement.of(centre, () -> ask(centre, tls, paths, clients, SECONDS));
        return Result.Line.of(
                "pdq",
                "by",
                by,
                "clients",
                clients,
                "n",
                answered.millis().size(),
                "p50_ms",
                answered.percentile(50),
                "p95_ms",
                answered.percentile(95),
                "cpu_ms",
                answered.cpuMillis());
    }

    private static List<Double> ask(CentreProcess centre, SSLContext tls, List<String> paths, int clients, int seconds)
            throws IOException {
        return Clients.run(
                n -> new Connection(centre.mtls(), tls.getSocketFactory(), ""),
                PdqBench::somebody,
                paths,
                clients,
                seconds);
    }

    private static void somebody(String path, byte[] body) throws IOException {
        var text = new String(body, StandardCharsets.UTF_8);
        if (!text.contains("\"total\":") || text.contains("\"total\":0")) {
            throw new IOException(path + " answered " + text);
        }
    }

    private static List<String> paths(List<KnownResident> known, Function<KnownResident, String> query) {
        return known.stream().map(one -> "/fhir/Patient?" + query.apply(one)).toList();
    }

    private static String query(String family, String given, String born) {
        return "family=" + encoded(family) + (given.isEmpty() ? "" : "&given=" + encoded(given)) + "&birthdate=" + born;
    }

    /// As a system writes it that has JIS X 0208 only.
    private static String plain(String family) {
        return family.replace('髙', '高').replace('﨑', '崎').replace('邊', '辺').replace('廣', '広');
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
