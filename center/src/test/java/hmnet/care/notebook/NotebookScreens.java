package hmnet.care.notebook;

import hmnet.care.notebook.NotebookPreview.NotebookLikeness;
import hmnet.care.notebook.NotebookPreview.NotebookLine;
import hmnet.care.notebook.NotebookPreview.NotebookPerson;
import hmnet.care.notebook.OwnNotebookScreen.OwnCodesSheet;
import hmnet.care.notebook.OwnNotebookScreen.ScannedScreen;
import hmnet.care.notebook.OwnNotebookScreen.TakenNotebook;
import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.QrDrawing;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The pages of a resident's medicine notebook (お薬手帳の下見).
public final class NotebookScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private NotebookScreens() {}

    public static List<Screen> all() {
        var taken =
                new TakenNotebook(UUID.fromString("00000000-0000-4000-8000-000000000005"), DAY, "電子版お薬手帳の元データ（試験薬局）");
        return List.of(
                of("own-notebook", "scan", new OwnNotebookScreen("", null, "kept", false, List.of(taken))),
                of(
                        "own-notebook-wrong",
                        "scan",
                        new OwnNotebookScreen("JAHISTC08,1", "parts-missing", null, false, List.of())),
                of(
                        "own-notebook-preview",
                        "preview",
                        new ScannedScreen(preview(NotebookLikeness.UNSURE), "JAHISTC08,1", "mine")),
                of(
                        "own-notebook-other",
                        "preview",
                        new ScannedScreen(preview(NotebookLikeness.OTHER), "JAHISTC08,1", null)),
                of(
                        "own-notebook-codes",
                        "codes",
                        new OwnCodesSheet(
                                DAY,
                                List.of("架空アムロジピン錠5mg", "架空ロスバスタチン錠"),
                                List.of("架空の点眼液"),
                                1,
                                List.of(QrDrawing.of(new boolean[][] {{true, false}, {false, true}})))));
    }

    private static NotebookPreview preview(NotebookLikeness likeness) {
        return new NotebookPreview(
                new NotebookPerson("見本 花子", "ミホン ハナコ", LocalDate.of(1950, 2, 28)),
                likeness,
                List.of(
                        new NotebookLine(0, DAY, "試験薬局", List.of("架空アムロジピン錠5mg", "架空ロスバスタチン錠"), null),
                        new NotebookLine(1, DAY.minusDays(20), "試験薬局", List.of("架空ロキソ錠"), "見本薬局")),
                List.of("アレルギー 試験成分"));
    }

    private static Screen of(String name, String page, Record screen) {
        return new Screen(
                name,
                "care/notebook/" + page,
                null,
                "/my/medicines/notebook",
                Map.of("whose", OwnScreens.OWN, "page", screen));
    }
}
