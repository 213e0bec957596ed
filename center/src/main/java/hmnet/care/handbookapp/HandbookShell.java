package hmnet.care.handbookapp;

import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The page in which a device shows its copy, and the worker that keeps this page there (アプリの外枠).
@Component
class HandbookShell {
    static final String PATH = "/handbook/kept";
    private static final int LETTERS = 16;

    private final Assets assets;
    private final Pages pages;

    HandbookShell(Assets assets, Pages pages) {
        this.assets = assets;
        this.pages = pages;
    }

    private record ShellParts(String version, List<String> parts) {}

    String page(Frame frame) {
        return pages.render("care/handbookapp/kept", frame.ofResident(), Map.of());
    }

    /// The worker's script after the list of what it keeps, under a name that is another one as soon as a part, the
    /// page or
    /// the script itself is.
    byte[] service(Frame frame) {
        var script = new String(assets.read(assets.handbook().service()), StandardCharsets.UTF_8);
        var parts = assets.handbook().kept();
        var version = hash(String.join(" ", parts) + page(frame) + script);
        var list = JsonMapper.shared().writeValueAsString(new ShellParts(version, parts));
        return ("globalThis.handbook=" + list + ";\n" + script).getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
