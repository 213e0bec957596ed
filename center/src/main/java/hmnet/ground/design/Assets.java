package hmnet.ground.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the browser finds stylesheet, script and icons (静的資産). Their names carry a hash of their content.
@Component
public final class Assets {
    private static final String WASM = "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm";

    private final String script;
    private final String style;
    private final String icons;
    private final String mark;
    private final String cardWorker;
    private final CodeReaderAssets codeReader;
    private final HandbookAssets handbook;
    private final DayCopyAssets dayCopies;
    private final String standbyScript;

    Assets() {
        var manifest = manifest();
        var entry = manifest.path("main.ts");
        script = "/static/" + entry.path("file").asString();
        style = "/static/" + entry.path("css").path(0).asString();
        icons = "/static/" + manifest.path("icons.svg").path("file").asString();
        mark = "/static/" + manifest.path("mark.svg").path("file").asString();
        cardWorker = "/static/" + manifest.path("card-worker.ts").path("file").asString();
        codeReader = new CodeReaderAssets(
                manifest.path("card-worker.ts").path("file").asString(),
                manifest.path("kept-page-service.ts").path("file").asString(),
                Stream.concat(
                                Stream.of(script, style, icons, mark),
                                files(manifest, "main.ts", "emergency-code.ts", "camera-dialog.ts", WASM))
                        .distinct()
                        .toList());
        handbook = new HandbookAssets(
                manifest.path("handbook-service.ts").path("file").asString(),
                Stream.concat(
                                Stream.of(style, icons, mark),
                                files(manifest, "main.ts", "handbook-kept.ts", "handbook-watch.ts"))
                        .distinct()
                        .toList());
        dayCopies = new DayCopyAssets(
                codeReader.service(),
                Stream.concat(Stream.of(style, icons, mark), files(manifest, "main.ts", "day-page.ts"))
                        .distinct()
                        .toList());
        standbyScript = text(manifest.path("standby.ts").path("file").asString());
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("static/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The build has no " + file, e);
        }
    }

    /// The script of copies that are opened without any network, whole (非常時の写しのスクリプト).
    public String standbyScript() {
        return standbyScript;
    }

    /// The addresses of scripts and of all that they import.
    private static Stream<String> files(JsonNode manifest, String... names) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(names));
        while (!open.isEmpty()) {
            var name = open.pop();
            if (found.add(name)) {
                manifest.path(name).path("imports").forEach(one -> open.add(one.asString()));
            }
        }
        return found.stream()
                .map(name -> "/static/" + manifest.path(name).path("file").asString());
    }

    /// What the handbook needs where there is no network (健康手帳アプリの部品).
    ///
    /// @param service the file of its service worker
    /// @param kept addresses of everything else that it keeps on a device
    public record HandbookAssets(String service, List<String> kept) {}

    public HandbookAssets handbook() {
        return handbook;
    }

    /// What the page of the copies of a day needs where there is no network (本日の控えの部品).
    ///
    /// @param service the file of the page's service worker
    /// @param kept addresses of everything else that the page keeps on a device
    public record DayCopyAssets(String service, List<String> kept) {}

    public DayCopyAssets dayCopies() {
        return dayCopies;
    }

    /// What the page of emergency codes needs where there is no network (救急QRの読み取りの部品).
    ///
    /// @param worker the file that looks for codes in pictures
    /// @param service the file of the page's service worker
    /// @param kept addresses of everything else that the page keeps on a device
    public record CodeReaderAssets(String worker, String service, List<String> kept) {}

    public CodeReaderAssets codeReader() {
        return codeReader;
    }

    /// One of these files, for a module that answers with it at an address of its own.
    public byte[] read(String file) {
        try (var in = new ClassPathResource("static/" + file).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The browser side is not built: run center/frontend/build.sh", e);
        }
    }

    private static JsonNode manifest() {
        try (var file = new ClassPathResource("static/manifest.json").getInputStream()) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The browser side is not built: run center/frontend/build.sh", e);
        }
    }

    public String script() {
        return script;
    }

    public String style() {
        return style;
    }

    /// The product's mark, on tabs of browsers and beside its name.
    public String mark() {
        return mark;
    }

    /// The worker that looks for a card's QR in the pictures of a camera; the one place where WebAssembly runs.
    public String cardWorker() {
        return cardWorker;
    }

    /// The sprite; one icon is `icons() + "#name"`.
    public String icons() {
        return icons;
    }
}
