package hmnet.care.chartforms;

import hmnet.care.chartforms.FormsScreen.DraftLine;
import hmnet.care.chartforms.FormsScreen.OfferedLine;
import hmnet.care.chartforms.FormsScreen.SignedLine;
import hmnet.care.chartforms.SignedScreen.EarlierVersion;
import hmnet.care.viewer.ChartFrame;
import hmnet.formats.model.extract.DocumentExtract.SectionItem;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.record.forms.DifferentAnswer;
import hmnet.record.forms.SheetScreens;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// Sheets in a chart (カルテの帳票の下見).
public final class ChartFormScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T22:10:00+09:00");

    private ChartFormScreens() {}

    public static List<Screen> all(ChartFrame chart) {
        var offered = List.of(
                new OfferedLine(1, "バイタル・観察記録", "体重、体温、血圧、脈拍などの記録", "1"), new OfferedLine(2, "救急活動記録", "", "2026-04"));
        var drafts = List.of(new DraftLine("d1", "救急活動記録", AT, false), new DraftLine("d2", "バイタル・観察記録", AT, true));
        var signed = List.of(new SignedLine("f1", "バイタル・観察記録", AT, "見本市民病院", "見本 花子（看護師・見本市民病院）"));
        return List.of(
                screen(
                        "forms",
                        "forms",
                        new FormsScreen(chart, offered, drafts, 30, signed, false, null, "signed", null)),
                screen(
                        "forms-refused",
                        "forms",
                        new FormsScreen(chart, offered, List.of(), 30, List.of(), false, null, null, "left")),
                screen(
                        "forms-barred",
                        "forms",
                        new FormsScreen(chart, List.of(), List.of(), 30, signed, true, "number", null, null)),
                screen("form-fill", "fill", fill(chart, 0, List.of())),
                screen("form-fill-late", "fill", fill(chart, 1, List.of(new DifferentAnswer("食事の量", "5", "8")))),
                screen("form-signed", "signed", signed(chart)));
    }

    private static FillScreen fill(ChartFrame chart, int step, List<DifferentAnswer> meanwhile) {
        var wrong = SheetScreens.wrong(step);
        return new FillScreen(chart, "d1", 3, AT, wrong.sheet(), wrong.problems(), null, meanwhile);
    }

    private static SignedScreen signed(ChartFrame chart) {
        return new SignedScreen(
                chart,
                "f1",
                "バイタル・観察記録",
                "urn:hmnet:sheet:vital-observation|1",
                AT,
                "見本市民病院",
                "見本 花子（看護師・見本市民病院）",
                true,
                SheetScreens.whole(),
                List.of(),
                true,
                List.of(new EarlierVersion(
                        AT.minusHours(2), "見本 花子", List.of(new SectionItem("測定値", "体重: 62.4kg\n脈拍: 72回/分")))));
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(
                name, "care/chartforms/" + template, Preview.DOCTOR, "/people/b4Yw7Qm2/forms", Map.of("page", page));
    }
}
