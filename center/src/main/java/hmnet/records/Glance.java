package hmnet.records;

import java.time.OffsetDateTime;
import java.util.Optional;

/// How much a chart would show (閲覧前の件数): from how many facilities, and the newest care. Nothing for a
/// chart that stays closed.
public record Glance(int facilities, Optional<OffsetDateTime> newest) {
    static final Glance NOTHING = new Glance(0, Optional.empty());
}
