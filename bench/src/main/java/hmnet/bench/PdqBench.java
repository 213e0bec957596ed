package hmnet.bench;

import hmnet.bench.Townsfolk.Known;
import hmnet.gateway.Credentials;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/// How long a hospital's system waits until it knows who somebody is (本人照会の性能): ITI-78 over mutual TLS
/// by kana and birth date, and by a kanji written otherwise, each answer with its committed audit event.
final class PdqBench {
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 15;

    private PdqBench() {}

    static Result run(Home home, int people, int clients) throws IOException {
        try (var stage = Stage.of(home, 20, 11);
                var centre = stage.centre()) {
            var hospital = stage.hospitals().getFirst().code();
            var known = Townsfolk.move(centre, hospital, people);
            var kana = urls(centre, known, one -> query(one.familyKana(), one.givenKana(), one.born()));
            var kanji = urls(centre, known, one -> query(plain(one.family()), "", one.born()));
            var tls = Credentials.read(centre.data().resolve("demo").resolve("credentials.json"))
                    .of(hospital)
                    .orElseThrow();
            ask(tls, kana, clients, WARM_UP_SECONDS);
            ask(tls, kanji, clients, WARM_UP_SECONDS);
            var lines = new ArrayList<Result.Line>();
            for (var atOnce : List.of(1, clients)) {
                lines.add(line("kana", atOnce, centre, tls, kana));
                lines.add(line("kanji", atOnce, centre, tls, kanji));
            }
            return new Result("pdq", Map.of("people", people, "chartsOfTheHospital", people / 3), lines);
        }
    }

    private static Result.Line line(String by, int clients, CentreProcess centre, SSLContext tls, List<URI> urls)
            throws IOException {
        var before = CpuTime.seconds(centre);
        var millis = ask(tls, urls, clients, SECONDS);
        var used = CpuTime.seconds(centre) - before;
        return Result.Line.of(
                "pdq",
                "by",
                by,
                "clients",
                clients,
                "n",
                millis.size(),
                "p50_ms",
                Result.rounded(millis.get(millis.size() / 2), 1),
                "p95_ms",
                Result.rounded(millis.get(millis.size() * 95 / 100), 1),
                "cpu_ms",
                Result.rounded(1000 * used / Math.max(1, millis.size()), 2));
    }

    private static List<URI> urls(CentreProcess centre, List<Known> known, Function<Known, String> query) {
        return known.stream()
                .map(one -> URI.create(centre.mtls() + "/fhir/Patient?" + query.apply(one)))
                .toList();
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

    /// The milliseconds of every answer, sorted.
    private static List<Double> ask(SSLContext tls, List<URI> urls, int clients, int seconds) throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var millis = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<List<Double>>>();
            for (var n = 0; n < clients; n++) {
                var first = n * 97;
                running.add(threads.submit(() -> work(tls, urls, first, end)));
            }
            for (var one : running) {
                millis.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return millis.stream().sorted().toList();
    }

    private static List<Double> work(SSLContext tls, List<URI> urls, int first, long end)
            throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build()) {
            for (var next = first; System.nanoTime() < end; next++) {
                var url = urls.get(next % urls.size());
                var began = System.nanoTime();
                var answer = http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
                millis.add((System.nanoTime() - began) / 1e6);
                if (answer.statusCode() != 200 || answer.body().contains("\"total\":0")) {
                    throw new IOException(url + " answered " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        return millis;
    }
}
