package hmnet.office.incidents;

import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;

/// What a member of staff is told of a wrong link (混在のお知らせ): in whose chart another human's records stood,
/// and from when until when. Never whose they were.
public record MixedNotice(long id, PersonId person, String name, OffsetDateTime from, OffsetDateTime until) {}
