package hmnet.care.transfer;

import hmnet.care.transfer.ArrivalsScreen.ComingPatient;
import hmnet.care.transfer.HandoverScreen.HospitalChoice;
import hmnet.care.transfer.HandoverScreen.LastHandover;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of handing on and arriving (救急の搬送の下見).
public final class TransferScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor CREW = new Visitor("峰橋 剛", "架空市消防局", "paramedic", Set.of(Right.EMERGENCY), 600);
    private static final Visitor DOCTOR = new Visitor("救急 太郎", "見本市民病院", "doctor", Set.of(Right.EMERGENCY), 600);
    private static final List<HospitalChoice> RECENT = List.of(
            new HospitalChoice(1, "見本市民病院", "082-000-0101"),
            new HospitalChoice(2, "架空総合医療センター救命救急センター", "082-000-0102"));

    private TransferScreens() {}

    public static List<Screen> all() {
        return List.of(
                handover(
                        "handover",
                        new HandoverScreen(
                                "/emergency/views/7", "break-glass", null, RECENT, "見本", RECENT, "12", "minutes")),
                handover(
                        "handover-shared",
                        new HandoverScreen(
                                "/emergency/views/7",
                                "scene-consent",
                                new LastHandover("見本市民病院", "082-000-0101", AT, AT.plusHours(6), null),
                                RECENT,
                                "",
                                null,
                                "",
                                null)),
                arrivals("arrivals-none", new ArrivalsScreen(List.of(), "arrived", null)),
                arrivals("arrivals", new ArrivalsScreen(List.of(line(3, true), line(4, false)), null, "code")));
    }

    private static ComingPatient line(long id, boolean code) {
        return new ComingPatient(
                id,
                "架空市消防局",
                "082-000-0151",
                AT,
                code ? AT.plusMinutes(12) : null,
                AT.plusHours(6),
                78,
                "female",
                code ? "break-glass" : "scene-consent",
                code ? "emergency.risk.arrest" : "emergency.giver.spouse",
                code);
    }

    private static Screen handover(String name, HandoverScreen page) {
        return new Screen(name, "care/transfer/handover", CREW, "/emergency", Map.of("page", page));
    }

    private static Screen arrivals(String name, ArrivalsScreen page) {
        return new Screen(name, "care/transfer/arrivals", DOCTOR, "/emergency/arrivals", Map.of("page", page));
    }
}
