package hmnet.record.consentpapers;

import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.record.consentpapers.OwnPapersScreen.OwnPaper;
import hmnet.record.consentpapers.PapersScreen.AskedLine;
import hmnet.record.consentpapers.PapersScreen.RemovedLine;
import hmnet.record.consentpapers.PapersScreen.ScanLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages of scanned papers (同意書の画像の下見).
public final class PaperScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T10:15:00+09:00");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private PaperScreens() {}

    public static List<Screen> all() {
        var own = List.of(
                new OwnPaper(id(1), PaperKind.AGREEMENT, DAY, "立会 花子", "PDF 212 KB", AT),
                new OwnPaper(id(2), PaperKind.EMERGENCY, DAY.minusDays(40), null, "JPEG 98 KB", AT.minusDays(40)));
        return List.of(
                office("papers", List.of(), TypedForm.NOTHING, null),
                office("papers-kept", lines(), TypedForm.NOTHING, "kept"),
                office(
                        "papers-bad",
                        lines(),
                        new TypedForm(
                                Map.of("kind", "proxy", "signed", "2027-01-01"),
                                Map.of("file", "virus", "signed", "future", "reason-" + id(1), "reason")),
                        null),
                own(
                        "own-papers",
                        new OwnPapersScreen(own, List.of(OffsetDateTime.parse("2026-11-02T10:00:00+09:00")), null)),
                own("own-papers-closed", new OwnPapersScreen(List.of(), List.of(), "closed")));
    }

    private static List<ScanLine> lines() {
        return List.of(
                line(1, PaperKind.AGREEMENT, "立会 花子", null, null),
                line(2, PaperKind.RESTRICTION, null, null, new AskedLine("事務 一郎", "別の方の書面です", true)),
                line(3, PaperKind.PROXY, null, null, new AskedLine("事務 二郎", "別の方の書面です", false)),
                line(4, PaperKind.WITHDRAWAL, null, new RemovedLine(AT, "事務 一郎", "事務 二郎", "同姓同名の方の書面でした"), null));
    }

    private static ScanLine line(
            int n, PaperKind kind, @Nullable String witness, @Nullable RemovedLine removed, @Nullable AskedLine asked) {
        return new ScanLine(id(n), kind, DAY.minusDays(n), witness, "PDF 212 KB", AT, "事務 三郎", removed, asked);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }

    private static Screen office(String name, List<ScanLine> lines, TypedForm form, @Nullable String told) {
        return new Screen(
                name,
                "record/consentpapers/papers",
                Preview.OPERATOR,
                "/office/consents/papers",
                Map.of(
                        "page",
                        new PapersScreen(
                                "試験 花子",
                                "シケン ハナコ",
                                LocalDate.of(1948, 4, 12),
                                "ticket",
                                lines,
                                form,
                                told,
                                LocalDate.of(2026, 11, 26))));
    }

    private static Screen own(String name, OwnPapersScreen page) {
        return new Screen(
                name,
                "record/consentpapers/own",
                null,
                "/my/consent/papers",
                Map.of("page", page, "whose", OwnScreens.OWN));
    }
}
