package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A meal a patient gets from one time to another (食事, ODS).
///
/// @param often such as `TID １日３回 HL70335`
/// @param end null while it is not known
/// @param words what is said beside, such as 塩分控えめ
public record Meal(
        CodedText meal,
        CodedText often,
        OffsetDateTime start,
        @Nullable OffsetDateTime end,
        String words) {}
