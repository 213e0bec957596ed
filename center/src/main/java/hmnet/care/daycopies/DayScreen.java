package hmnet.care.daycopies;

import hmnet.care.labsheet.ResultDays.ResultDay;
import hmnet.care.summary.FirstLooks.FirstLook;
import hmnet.care.viewer.PersonBanner.ErasedLine;
import hmnet.people.links.Person;
import java.time.OffsetDateTime;
import java.util.List;

/// What a copy says of somebody (控えの一人分の画面).
///
/// @param untold whether something is there that the person does not know
/// @param at as of when
record DayScreen(
        Person person,
        FirstLook look,
        List<ResultDay> results,
        List<ErasedLine> erased,
        boolean untold,
        OffsetDateTime at) {}
