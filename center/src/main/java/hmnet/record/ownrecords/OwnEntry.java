package hmnet.record.ownrecords;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/// What a resident measured at one moment (本人の記録の一件).
///
/// @param id made where it was typed: the same one sent again is one
/// @param at to the minute
/// @param values at least one, or words
/// @param meal what was eaten, in the writer's words, or ""
/// @param note anything else, or ""
public record OwnEntry(UUID id, OffsetDateTime at, Map<OwnMeasure, BigDecimal> values, String meal, String note)
        implements OwnContent {
    public OwnEntry {
        var sorted = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
        sorted.putAll(values);
        values = Collections.unmodifiableMap(sorted);
    }

    /// All that was typed as one text: tells a repetition from another entry under the same number.
    @Override
    public String said() {
        return at.toInstant() + "\n" + values + "\n" + meal + "\n" + note;
    }

    @Override
    public byte[] bundle(FiledFor whom, String status, OffsetDateTime now) {
        return OwnEntryBundle.of(this, whom.chartSystem(), whom.chartNumber(), whom.author(), status, now);
    }
}
