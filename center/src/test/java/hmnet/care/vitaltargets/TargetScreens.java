package hmnet.care.vitaltargets;

import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The pages of an invented resident's targets (目標の下見).
public final class TargetScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T07:10:00+09:00");

    private TargetScreens() {}

    public static List<Screen> all() {
        return List.of(
                of("own-targets", new OwnTargetsScreen("set", true, false, null, TypedForm.NOTHING, DAY, targets())),
                of(
                        "own-targets-wrong",
                        new OwnTargetsScreen(
                                null,
                                true,
                                false,
                                OwnMeasure.SYSTOLIC,
                                new TypedForm(
                                        Map.of("low", "140", "high", "120", "origin", "doctor", "advice", "架空内科に電話する"),
                                        Map.of("high", "order", "set-on", "day")),
                                DAY,
                                List.of())));
    }

    /// What stands of a resident's pressure and weight, and one that ended.
    public static List<VitalTarget> targets() {
        return List.of(
                target(
                        1,
                        TargetState.STANDS,
                        new TargetRange(
                                OwnMeasure.SYSTOLIC,
                                new BigDecimal("115"),
                                new BigDecimal("134"),
                                null,
                                new BigDecimal("160"),
                                TargetOrigin.DOCTOR,
                                DAY,
                                "架空内科医院に電話する")),
                target(
                        2,
                        TargetState.STANDS,
                        new TargetRange(
                                OwnMeasure.WEIGHT,
                                null,
                                new BigDecimal("54.5"),
                                null,
                                null,
                                TargetOrigin.SELF,
                                DAY,
                                "")),
                target(
                        3,
                        TargetState.ENDED,
                        new TargetRange(
                                OwnMeasure.TEMPERATURE,
                                null,
                                null,
                                null,
                                new BigDecimal("37.4"),
                                TargetOrigin.SELF,
                                DAY,
                                "娘に電話")));
    }

    /// A pressure beyond the bound.
    public static List<TargetAlert> alerts() {
        return List.of(new TargetAlert(targets().getFirst().range(), "168", AT, new BigDecimal("160")));
    }

    private static VitalTarget target(int number, TargetState state, TargetRange range) {
        return new VitalTarget(
                UUID.fromString("00000000-0000-4000-8000-00000000001" + number),
                new FacilityId(1),
                new PatientId(1),
                state,
                AT,
                state == TargetState.STANDS ? null : AT,
                false,
                range);
    }

    private static Screen of(String name, Record screen) {
        return new Screen(
                name,
                "care/vitaltargets/targets",
                null,
                "/my/vitals/targets",
                Map.of("whose", OwnScreens.OWN, "page", screen));
    }
}
