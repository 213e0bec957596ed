package hmnet.care.notes;

import hmnet.care.notes.NotesScreen.KeptLine;
import hmnet.care.notes.NotesScreen.KeptVersion;
import hmnet.care.notes.NotesScreen.SentNote;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.TeamBands.TeamBand;
import hmnet.care.viewer.TeamBands.TeamBand.BandFlag;
import hmnet.care.viewer.TeamBands.TeamBand.PinnedNote;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notes and flags (院内メモ・フラグの下見).
public final class NotesScreens {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T22:10:00+09:00");
    private static final String TEXT = "右の耳から、ゆっくり話しかけると通じやすい。薬の説明は長女と一緒に。";

    /// What stands above the chart, as the facility's own staff see it.
    public static final TeamBand BAND = new TeamBand(
            List.of(
                    new BandFlag("fall", "", LocalDate.of(2027, 2, 18)),
                    new BandFlag("interpreter", "ポルトガル語（電話通訳）", LocalDate.of(2027, 11, 20)),
                    new BandFlag("limb", "左腕は不可（シャント）", LocalDate.of(2027, 5, 20))),
            1,
            4,
            List.of(new PinnedNote(TEXT, "見本 花子", "nurse", AT)));

    private NotesScreens() {}

    public static List<Screen> all(ChartFrame chart) {
        return List.of(
                screen("notes", page(chart, SentNote.NONE, "written")),
                screen("notes-refused", page(chart, new SentNote("set", "detail", "", false, "interpreter", ""), null)),
                screen(
                        "notes-late",
                        page(chart, new SentNote("change-n1", "changed-meanwhile", "長男と一緒に", true, "", ""), null)),
                screen(
                        "notes-none",
                        new NotesScreen(
                                chart,
                                TODAY,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                FlagKinds.all(),
                                null,
                                SentNote.NONE)));
    }

    private static NotesScreen page(ChartFrame chart, SentNote sent, @Nullable String told) {
        return new NotesScreen(
                chart,
                TODAY,
                List.of(
                        new KeptLine(
                                "n1",
                                "",
                                true,
                                false,
                                version(2, "changed", TEXT, null),
                                List.of(version(1, "written", "右の耳から話しかける。", null)),
                                false),
                        new KeptLine(
                                "n2", "", false, false, version(1, "written", "駐車場から車いすで来院。", null), List.of(), false)),
                List.of(
                        new KeptLine(
                                "n3",
                                "",
                                false,
                                false,
                                version(2, "withdrawn", "連絡先が変わったため", null),
                                List.of(version(1, "written", "日中は長男宅に滞在。", null)),
                                false),
                        new KeptLine("n4", "", false, false, version(1, "erased", "", null), List.of(), false)),
                List.of(
                        flag("f1", "fall", "", false, LocalDate.of(2027, 2, 18)),
                        flag("f2", "precautions", "接触予防策", true, LocalDate.of(2026, 11, 10))),
                List.of(new KeptLine(
                        "f3",
                        "wandering",
                        false,
                        false,
                        version(2, "withdrawn", "退院したため", LocalDate.of(2026, 10, 1)),
                        List.of(version(1, "written", "", LocalDate.of(2026, 10, 1))),
                        true)),
                FlagKinds.all(),
                told,
                sent);
    }

    private static KeptLine flag(String id, String kind, String text, boolean expired, LocalDate until) {
        return new KeptLine(id, kind, false, expired, version(1, "written", text, until), List.of(), true);
    }

    private static KeptVersion version(int number, String act, String text, @Nullable LocalDate until) {
        return new KeptVersion(
                number, act, AT, act.equals("erased") ? "" : "見本 花子", act.equals("erased") ? "" : "nurse", text, until);
    }

    private static Screen screen(String name, NotesScreen page) {
        return new Screen(name, "care/notes/notes", Preview.DOCTOR, "/people/b4Yw7Qm2/notes", Map.of("page", page));
    }
}
