package hmnet.record.forms;

import hmnet.record.sheets.SheetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sheets that come with the centre (組込みの帳票): entered at its first start. A changed file needs a new version: what was
/// answered under the old one stays under it.
@Component
public class BuiltInSheets {
    /// The files beside this class.
    public static final List<String> FILES =
            List.of("vital-observation.json", "emergency-activity.json", "lifebox.json");

    private static final Logger LOG = LoggerFactory.getLogger(BuiltInSheets.class);
    private final SheetStore sheets;

    BuiltInSheets(SheetStore sheets) {
        this.sheets = sheets;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bring() {
        for (var file : FILES) {
            var bytes = bytes(file);
            var sheet = SheetReader.read(bytes).sheet().orElseThrow();
            sheets.bring(sheet, bytes);
            var known = sheets.find(sheet.canonical()).orElseThrow();
            if (!Arrays.equals(bytes, sheets.bytes(known.id()))) {
                LOG.error("The built-in sheet {} was changed without a new version: the one of before is used", file);
            }
        }
    }

    static byte[] bytes(String file) {
        try (var in = BuiltInSheets.class.getResourceAsStream("builtin/" + file)) {
            if (in == null) {
                throw new IllegalStateException("No built-in sheet is called " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
