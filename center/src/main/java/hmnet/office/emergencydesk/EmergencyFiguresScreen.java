package hmnet.office.emergencydesk;

import hmnet.consent.emergency.EmergencyTimings.DoorTiming;
import java.util.List;

/// How long emergency views took, and how often the wrong person was opened (救急の閲覧の集計): figures, and nobody's name.
///
/// @param days of so many days
public record EmergencyFiguresScreen(int days, List<DoorTiming> timings, List<MistakeLine> mistakes) {
    /// One facility (施設ごとの人違い).
    ///
    /// @param perThousand so many of a thousand openings
    public record MistakeLine(String facility, long openings, long mistaken, long perThousand) {}
}
