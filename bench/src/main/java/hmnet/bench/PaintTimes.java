package hmnet.bench;

import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// When the largest thing of a page stands on the screen (最大要素の描画, LCP): a real Chromium with a slow network and a
/// processor four times slower, its cache empty, steered by the Chrome DevTools Protocol.
final class PaintTimes implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int SLOWER = 4;
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LARGEST = """
            new Promise(done => {
              let at = 0;
              new PerformanceObserver(seen => seen.getEntries().forEach(one => at = one.startTime))
                .observe({type: 'largest-contentful-paint', buffered: true});
              setTimeout(() => done(at), 300);
            })""";

    private final Path folder;
    private final Process browser;
    private final WebSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

    /// A network as a mark names it (回線), with the round trip that such lines have.
    enum NetworkSpeed {
        MBPS_10(10, 40),
        MBPS_1_6(1.6, 150);

        private final double megabits;
        private final int roundTripMillis;

        NetworkSpeed(double megabits, int roundTripMillis) {
            this.megabits = megabits;
            this.roundTripMillis = roundTripMillis;
        }

        double bytesPerSecond() {
            return megabits * 1e6 / 8;
        }
    }

    private PaintTimes(Path folder, Process browser, HttpClient http) throws IOException {
        this.folder = folder;
        this.browser = browser;
        this.socket = get(http.newWebSocketBuilder().buildAsync(page(http), new Answers()));
    }

    /// A browser, where there is one on the path.
    static Optional<PaintTimes> open(HttpClient http) throws IOException {
        var found = found();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var folder = Files.createTempDirectory("hmnet-browser");
        var browser = new ProcessBuilder(
                        found.get().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--window-size=1366,768",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return Optional.of(new PaintTimes(folder, browser, http));
        } catch (IOException e) {
            end(browser, folder);
            throw e;
        }
    }

    private static Optional<Path> found() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// One line for each network: the middle and the worst of some openings.
    List<Result.Line> lines(Doctor doctor, String path, String tab) throws IOException {
        var lines = new ArrayList<Result.Line>();
        ask("Page.enable", Map.of());
        ask("Network.enable", Map.of());
        var cookie = doctor.cookie().split("=", 2);
        ask(
                "Network.setCookie",
                Map.of(
                        "name",
                        cookie[0],
                        "value",
                        cookie[1],
                        "url",
                        doctor.url().toString()));
        ask("Emulation.setCPUThrottlingRate", Map.of("rate", SLOWER));
        for (var network : NetworkSpeed.values()) {
            ask(
                    "Network.emulateNetworkConditions",
                    Map.of(
                            "offline",
                            false,
                            "latency",
                            network.roundTripMillis,
                            "downloadThroughput",
                            network.bytesPerSecond(),
                            "uploadThroughput",
                            network.bytesPerSecond()));
            var millis = new ArrayList<Double>();
            for (var time = 0; time < TIMES; time++) {
                millis.add(painted(doctor.url().resolve(path)));
            }
            var sorted = millis.stream().sorted().toList();
            lines.add(Result.Line.of(
                    "paint",
                    "tab",
                    tab,
                    "mbps",
                    network.megabits,
                    "round_trip_ms",
                    network.roundTripMillis,
                    "cpu_slower",
                    SLOWER,
                    "lcp_p50_ms",
                    Math.round(sorted.get(TIMES / 2)),
                    "lcp_max_ms",
                    Math.round(sorted.getLast())));
        }
        return lines;
    }

    private double painted(URI page) throws IOException {
        ask("Page.navigate", Map.of("url", "about:blank"));
        ask("Network.clearBrowserCache", Map.of());
        ask("Page.navigate", Map.of("url", page.toString()));
        Pause.until(
                "the page to be loaded",
                PATIENCE,
                () -> value("document.readyState + ' ' + location.pathname")
                        .asString("")
                        .equals("complete " + page.getPath()));
        var at = value(LARGEST).asDouble(0);
        if (at <= 0) {
            throw new IOException(page + " painted nothing");
        }
        return at;
    }

    private JsonNode value(String expression) throws IOException {
        return ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true))
                .path("result")
                .path("value");
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws IOException {
        var id = asked.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        get(socket.sendText(
                JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
                true));
        return get(answer);
    }

    /// Answers come in pieces, and between them what nobody asked for.
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                var message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                var answer = waiting.remove(message.path("id").asInt(0));
                if (answer != null && message.has("error")) {
                    answer.completeExceptionally(
                            new IOException(message.path("error").toString()));
                } else if (answer != null) {
                    answer.complete(message.path("result"));
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    /// Where the page of the browser is steered.
    private URI page(HttpClient http) throws IOException {
        var told = folder.resolve("DevToolsActivePort");
        Pause.until(
                "the browser to start",
                PATIENCE,
                () -> Files.exists(told) && Files.readAllLines(told).size() > 1);
        var list = URI.create("http://127.0.0.1:" + Files.readAllLines(told).getFirst() + "/json/list");
        var targets = JsonMapper.shared()
                .readTree(
                        get(http.sendAsync(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString()))
                                .body());
        for (var target : targets) {
            if (target.path("type").asString("").equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asString(""));
            }
        }
        throw new IOException("The browser has no page");
    }

    private static <T> T get(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        socket.abort();
        end(browser, folder);
    }

    private static void end(Process browser, Path folder) {
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly();
        try {
            browser.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Stage.delete(folder);
    }
}
