package hmnet.care.standby;

import hmnet.formats.base.Sha256;
import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facility;
import hmnet.ground.keys.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The file as a browser opens it (写しのファイル): a page with its script, and the sealed blocks in it. It asks no network
/// for
/// anything, and its policy lets it run no other script.
@Component
class StandbyShell {
    /// Where the blocks go.
    static final String BLOCKS = "<!--blocks-->";

    private final Pages pages;
    private final String script;
    private final String scriptHash;

    StandbyShell(Pages pages, Assets assets) {
        this.pages = pages;
        this.script = assets.standbyScript();
        this.scriptHash = Base64.getEncoder().encodeToString(Sha256.of(script));
    }

    /// @param beyond charts that were too many for it
    byte[] written(Facility facility, OffsetDateTime at, StandbyFile file, SigningKey signer, int beyond, Frame frame) {
        var blocks = file.finished();
        var statement = file.statement(blocks, signer);
        var page = pages.render(
                "care/standby/file",
                frame,
                Map.of(
                        "facility", facility.name(),
                        "at", at,
                        "charts", file.charts(),
                        "beyond", beyond,
                        "statement", statement,
                        "script", script,
                        "scriptHash", scriptHash));
        var split = page.indexOf(BLOCKS);
        var out = new ByteArrayOutputStream();
        out.writeBytes(page.substring(0, split).getBytes(StandardCharsets.UTF_8));
        for (var block : blocks) {
            out.writeBytes(("<script type=\"application/octet-stream\" id=\"" + block.name() + "\">" + block.sealed()
                            + "</script>\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(page.substring(split + BLOCKS.length()).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
