package hmnet.record.doubles;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.record.doubles.DoublesScreen.DoublesFacility;
import hmnet.record.doubles.DoublesScreen.DoublesLine;
import hmnet.record.doubles.DoublesScreen.FacilityDoubles;
import hmnet.record.doubles.DoublesScreen.ReceiptSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The operators' page of doubles (重複の疑いの下見).
public final class DoublesScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
    private static final ReceiptSpan OLDER = new ReceiptSpan(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
    private static final ReceiptSpan LATER = new ReceiptSpan(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 20));

    private DoublesScreens() {}

    public static List<Screen> all() {
        var choices = List.of(new DoublesFacility(1, "見本市民病院"), new DoublesFacility(2, "架空医科大学附属病院"));
        var parts = List.of(
                new FacilityDoubles(
                        "見本市民病院",
                        "3400000017",
                        "ended",
                        18_204,
                        AT,
                        List.of(
                                line(RecordKind.PRESCRIPTION, 1_204, "likely", null),
                                line(RecordKind.LABORATORY, 9_310, "asked", "運用 二郎"),
                                line(RecordKind.LAB_SAFETY, 2_871, "own", "運用 一郎"),
                                line(RecordKind.DIAGNOSIS, 402, "hidden", "運用 二郎"),
                                line(RecordKind.DISPENSING, 12, "different", "運用 三郎"))),
                new FacilityDoubles("架空医科大学附属病院", "3400000025", "waiting", 1_400, AT, List.of()));
        return List.of(
                screen("doubles", new DoublesScreen("proposed", null, choices, parts)),
                screen("doubles-none", new DoublesScreen(null, "changed", choices, List.of())));
    }

    private static DoublesLine line(RecordKind kind, int rows, String state, @Nullable String by) {
        return new DoublesLine(
                1,
                7,
                kind,
                YearMonth.of(2026, 3),
                rows,
                rows / 3,
                OLDER,
                LATER,
                state,
                by,
                by == null ? null : LATER.until());
    }

    private static Screen screen(String name, DoublesScreen page) {
        return new Screen(name, "record/doubles/doubles", Preview.OPERATOR, "/doubles", Map.of("page", page));
    }
}
