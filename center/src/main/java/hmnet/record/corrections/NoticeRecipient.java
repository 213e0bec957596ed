package hmnet.record.corrections;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.RetractedRows.SourceMessage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// One member of staff who was shown a message that its sender corrected or took back (お知らせの一件).
///
/// @param viewedFrom where they worked when they were shown it
/// @param sender who sent it, under the chart number `number`
/// @param kinds mask of the kinds they were shown
/// @param at when it was corrected or taken back
/// @param rows the rows that were taken back, where their version was not
record NoticeRecipient(
        StaffId staff,
        FacilityId viewedFrom,
        String profession,
        OffsetDateTime displayedAt,
        PersonId person,
        FacilityId sender,
        String number,
        SourceMessage message,
        long kinds,
        Correction what,
        OffsetDateTime at,
        List<UUID> rows) {}
