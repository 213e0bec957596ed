package hmnet.ground.disaster;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What one proposes of the disaster mode (災害時モードの申請): that it begins, or lasts longer.
///
/// @param hours from the moment at which a second person agrees
/// @param area where it begins; that of the mode itself where it is prolonged
record DisasterTerms(int hours, DisasterArea area) {
    static final int HOURS = 72;
    static final int HOURS_MAX = 7 * 24;

    DisasterTerms {
        if (hours < 1 || hours > HOURS_MAX) {
            throw new IllegalArgumentException("A disaster mode lasts from an hour to seven days");
        }
    }

    Duration lasts() {
        return Duration.ofHours(hours);
    }

    /// As it stands in a proposal.
    String text() {
        return hours + "\n" + String.join("\n", area.towns());
    }

    static DisasterTerms of(String text) {
        var lines = text.split("\n", -1);
        var towns = Arrays.stream(lines).skip(1).filter(town -> !town.isEmpty()).toList();
        return new DisasterTerms(Integer.parseInt(lines[0]), new DisasterArea(List.copyOf(towns)));
    }
}
