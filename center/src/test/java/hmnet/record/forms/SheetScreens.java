package hmnet.record.forms;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.record.answers.AnswerCheck;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.PostedAnswers;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.SheetsScreen.SheetLine;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetFinding;
import hmnet.record.sheets.SheetFinding.FindingWeight;
import hmnet.record.sheets.SheetReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sheets drawn, and the pages of the office (帳票の下見).
public final class SheetScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T10:15:00+09:00");
    private static final Messages JAPANESE = Messages.in(Language.JAPANESE);

    private SheetScreens() {}

    /// A page with errors on it.
    public record WrongSheet(ShownSheet sheet, List<ShownSheet.ShownProblem> problems) {}

    private static FormSheet built(int which) {
        return SheetReader.read(BuiltInSheets.bytes(BuiltInSheets.FILES.get(which)))
                .sheet()
                .orElseThrow();
    }

    /// The life box with these fields of a form.
    public static FilledSheet lifebox(Function<FormSheet, Map<String, String>> fields) {
        var sheet = built(2);
        var sent = fields.apply(sheet).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
        return PostedAnswers.on(FilledSheet.empty(sheet), sent);
    }

    private static SheetFilling filled() {
        var sent = Map.of(
                "a-1.0-2", List.of("2026-11-20T09:30"),
                "a-1.0-3", List.of("62.4"),
                "a-1.0-4", List.of("158"),
                "a-1.0-6", List.of("三十六度"),
                "a-1.0-9", List.of("720"),
                "on", List.of("13.0-16"),
                "a-13.0-16", List.of("0", "2"));
        return SheetFilling.of(PostedAnswers.on(FilledSheet.empty(built(0)), sent), Prefill.NONE);
    }

    public static WrongSheet wrong(int step) {
        var filling = filled();
        var problems = AnswerCheck.of(filling.filled(), filling.asked(), true, AT);
        return new WrongSheet(
                ShownSheet.page(filling, step, problems, JAPANESE), ShownSheet.problems(filling, problems, JAPANESE));
    }

    public static ShownSheet whole() {
        return ShownSheet.whole(filled(), JAPANESE);
    }

    public static List<Screen> all() {
        var lines = List.of(
                new SheetLine(1, "バイタル・観察記録", "urn:hmnet:sheet:vital-observation|1", AT, AT, null, null, false, false),
                new SheetLine(2, "救急活動記録", "urn:hmnet:sheet:emergency-activity|1", AT, AT, null, "事務 一郎", true, false),
                new SheetLine(
                        3, "褥瘡評価", "urn:example:sheet:pressure-ulcer|2026-04", AT, null, null, "事務 二郎", false, true),
                new SheetLine(4, "古い帳票", "urn:example:sheet:old|1", AT, AT, AT.plusDays(1), null, false, false));
        var findings =
                List.of(new SheetFinding(FindingWeight.REFUSED, "enable-when", 42, "q3", "no item has the linkId q9"));
        var filling = SheetFilling.of(FilledSheet.empty(built(1)).added("9"), Prefill.NONE);
        return List.of(
                office("sheets", new SheetsScreen(lines, List.of(), false, "entered")),
                office("sheets-refused", new SheetsScreen(lines, findings, true, null)),
                preview(
                        "sheet-preview",
                        new PreviewScreen(
                                2, ShownSheet.page(filling, 2, Map.of(), JAPANESE), "", List.of(), true, null)),
                preview(
                        "sheet-preview-wrong",
                        new PreviewScreen(1, wrong(0).sheet(), "", wrong(0).problems(), false, null)));
    }

    private static Screen office(String name, SheetsScreen page) {
        return new Screen(name, "record/forms/office", Preview.OPERATOR, "/office/forms", Map.of("page", page));
    }

    private static Screen preview(String name, PreviewScreen page) {
        return new Screen(
                name, "record/forms/preview", Preview.OPERATOR, "/office/forms/1/preview", Map.of("page", page));
    }
}
