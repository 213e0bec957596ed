package hmnet.record.corrections;

import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;

/// What somebody is told after signing in (訂正・取消のお知らせ): records of one person from one facility that
/// they were shown and that no longer stand so. It never says what stood there.
///
/// @param ids the notices behind it, to confirm them by
/// @param facility the name of who sent it
/// @param at the newest of them
public record CorrectionNotice(
        List<Long> ids,
        PersonId person,
        String name,
        String facility,
        List<RecordKind> kinds,
        Correction what,
        OffsetDateTime at) {}
