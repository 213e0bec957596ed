package hmnet.office.setup;

import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.ownrecords.OwnCheckup;
import hmnet.record.ownrecords.OwnCheckupItem;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntry;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Two weeks of mornings that the invented resident with the letter measured at home, and two check-ups that they
/// copied (実演用のからだの記録). Those of a start
/// that ended early are known again by their numbers.
@Component
class DemoMeasurements {
    private static final int DAYS = 14;
    private static final LocalTime MORNING = LocalTime.of(7, 5);

    private final OwnEntries entries;
    private final Clock clock;

    DemoMeasurements(OwnEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    void write(ResidentCaller resident) {
        var today = LocalDate.now(clock.withZone(JapaneseDates.JAPAN));
        entries.keep(
                resident,
                IntStream.rangeClosed(1, DAYS)
                        .mapToObj(ago -> morning(resident, today.minusDays(ago), ago))
                        .toList());
        entries.keep(
                resident,
                List.of(
                        checkup(resident, today.minusYears(1).minusMonths(2), "57.2", "128", "118", "5.6"),
                        checkup(resident, today.minusMonths(2), "58.0", "136", "131", "5.9")));
    }

    /// Copied from the sheet of a check-up.
    private static OwnCheckup checkup(
            ResidentCaller resident, LocalDate day, String weight, String systolic, String ldl, String hba1c) {
        var number = UUID.nameUUIDFromBytes((resident.person() + "/checkup " + day).getBytes(StandardCharsets.UTF_8));
        return new OwnCheckup(
                number,
                day,
                Map.of(
                        OwnCheckupItem.WEIGHT, weight,
                        OwnCheckupItem.SYSTOLIC, systolic,
                        OwnCheckupItem.DIASTOLIC, "82",
                        OwnCheckupItem.LDL, ldl,
                        OwnCheckupItem.HBA1C, hba1c,
                        OwnCheckupItem.PLACE, "見本健診センター"));
    }

    /// Rises over the last days, as somebody who should be seen soon.
    private static OwnEntry morning(ResidentCaller resident, LocalDate day, int ago) {
        var number = UUID.nameUUIDFromBytes((resident.person() + "/" + day).getBytes(StandardCharsets.UTF_8));
        var rise = Math.max(0, 5 - ago);
        return new OwnEntry(
                number,
                day.atTime(MORNING).atZone(JapaneseDates.JAPAN).toOffsetDateTime(),
                Map.of(
                        OwnMeasure.SYSTOLIC, BigDecimal.valueOf(134L + ago * 7 % 9 + 4L * rise),
                        OwnMeasure.DIASTOLIC, BigDecimal.valueOf(80L + ago * 5 % 7 + 2L * rise),
                        OwnMeasure.PULSE, BigDecimal.valueOf(68L + ago * 3 % 8),
                        OwnMeasure.WEIGHT, new BigDecimal("58.0").add(BigDecimal.valueOf(rise * 2L + ago % 3, 1))),
                "",
                "");
    }
}
