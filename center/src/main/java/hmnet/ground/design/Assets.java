package hmnet.ground.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the browser finds stylesheet, script and icons (静的資産). Their names carry a hash of their content.
@Component
public final class Assets {
    private final String script;
    private final String style;
    private final String icons;
    private final String mark;
    private final String cardWorker;

    Assets() {
        var manifest = manifest();
        var entry = manifest.path("main.ts");
        script = "/static/" + entry.path("file").asString();
        style = "/static/" + entry.path("css").path(0).asString();
        icons = "/static/" + manifest.path("icons.svg").path("file").asString();
        mark = "/static/" + manifest.path("mark.svg").path("file").asString();
        cardWorker = "/static/" + manifest.path("card-worker.ts").path("file").asString();
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
