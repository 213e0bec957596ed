package hmnet.record.corrections;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.record.corrections.CorrectionsScreen.CorrectionLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The desk's list of who was shown what was corrected (訂正・取消の表示先の下見).
public final class CorrectionsScreens {
    private CorrectionsScreens() {}

    public static List<Screen> all() {
        var at = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
        var doctor = new CorrectionLine(
                at,
                "0012345",
                Correction.RETRACTED,
                "ひな形内科クリニック",
                "000-111-2222",
                "doctor",
                "見本　太郎",
                at.minusHours(5),
                true);
        var pharmacist = new CorrectionLine(
                at,
                "0012345",
                Correction.CORRECTED,
                "例示薬局",
                "000-333-4444",
                "pharmacist",
                "例示　花",
                at.minusDays(2),
                false);
        return List.of(
                screen("corrections", new CorrectionsScreen(List.of(doctor, pharmacist))),
                screen("corrections-none", new CorrectionsScreen(List.of())));
    }

    private static Screen screen(String name, CorrectionsScreen page) {
        return new Screen(name, "record/corrections/corrections", Preview.DESK, "/corrections", Map.of("page", page));
    }
}
