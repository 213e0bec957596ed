package hmnet.care.vitalimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.care.vitalimport.OwnImportScreen.ImportPreviewScreen;
import hmnet.consent.mypages.OwnScreens;
import hmnet.formats.base.Unreadable;
import hmnet.ground.design.Screen;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages on which an invented resident takes in a file (取り込みの下見).
public final class ImportScreens {
    private static final UUID SENDING = UUID.fromString("00000000-0000-4000-8000-000000000006");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T07:10:00+09:00");

    private ImportScreens() {}

    public static List<Screen> all() {
        return List.of(
                of("own-import", "choose", new OwnImportScreen(null, "kept", false)),
                of("own-import-wrong", "choose", new OwnImportScreen("charset", null, false)),
                of("own-import-columns", "preview", preview("col A,col B\n2026-11-20 07:10,52.4\n", "columns")),
                of("own-import-preview", "preview", preview("""
                        日時,体重,血圧の上,血圧の下
                        2026-11-20 07:10,52.4,132,84
                        2026-11-19 07:10,52.6,,
                        11/18/2026 07:10,52.4,,
                        2026-11-17 07:10,五十,,
                        """, null)));
    }

    private static ImportPreviewScreen preview(String text, @Nullable String problem) {
        try {
            var file = MeasurementFile.read(text.getBytes(UTF_8));
            var columns = FileColumns.named(file.head());
            var known = KnownValues.of(List.of());
            known.add(
                    OffsetDateTime.parse("2026-11-19T07:10:00+09:00").toInstant(),
                    OwnMeasure.WEIGHT,
                    new BigDecimal("53.1"),
                    SENDING);
            return new ImportPreviewScreen(
                    "",
                    SENDING.toString(),
                    file,
                    columns,
                    false,
                    columns.suffices() ? ImportPreview.of(file.entries(columns, SENDING, NOW), known) : null,
                    problem);
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Screen of(String name, String page, Record screen) {
        return new Screen(
                name,
                "care/vitalimport/" + page,
                null,
                "/my/vitals/import",
                Map.of("whose", OwnScreens.OWN, "page", screen));
    }
}
