package hmnet.office.anomalies;

import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// How a rule stands from a day on (気づきの規則の一行).
///
/// @param threshold from so many views of a day; of VOLUME above so many persons in an hour; of UNRELATED after so many
///     days
/// @param nightFrom the hour in Japan at which the night of NIGHT begins; of others null
/// @param setBy null for what the network began with
record AnomalyRuleLine(
        AnomalyRule rule,
        LocalDate since,
        boolean active,
        int threshold,
        int weight,
        @Nullable Integer nightFrom,
        @Nullable Integer nightUntil,
        @Nullable StaffId setBy,
        OffsetDateTime setAt,
        @Nullable String why) {
    /// Whether a moment lies in the night of the line: from its first hour on, up to the last without it.
    boolean isNight(Instant at) {
        if (nightFrom == null || nightUntil == null) {
            return false;
        }
        var hour = at.atZone(JapaneseDates.JAPAN).getHour();
        return nightFrom <= nightUntil
                ? hour >= nightFrom && hour < nightUntil
                : hour >= nightFrom || hour < nightUntil;
    }
}
