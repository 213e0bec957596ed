package hmnet.record.corrections;

import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.record.corrections.CorrectionsScreen.CorrectionLine;
import hmnet.record.corrections.NoticeRows.NoticeRow;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who had been shown what the requester's own facility corrected or took back (訂正・取消前の表示先). A sender
/// is told by whom, not what of it they were shown; of protected persons, whose places of visit the list
/// would tell, only those who treat them are.
@Component
class CorrectionViewers {
    private static final int DAYS = 90;

    private final NoticeRows notices;
    private final Staff staff;
    private final Facilities facilities;
    private final Protections protections;
    private final Audit audit;
    private final Clock clock;

    CorrectionViewers(
            NoticeRows notices, Staff staff, Facilities facilities, Protections protections, Audit audit, Clock clock) {
        this.notices = notices;
        this.staff = staff;
        this.facilities = facilities;
        this.protections = protections;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CorrectionsScreen to(Requester requester) {
        var all = notices.of(requester.facility(), OffsetDateTime.now(clock).minusDays(DAYS));
        var hidden = protections.hiddenFrom(
                requester, all.stream().map(k -> k.told().person()).collect(Collectors.toSet()));
        var kept = all.stream().filter(k -> !hidden.contains(k.told().person())).toList();
        audit.write(requester.did(Action.CORRECTIONS_LISTED, "shown").with("lines", Integer.toString(kept.size())));
        var names =
                staff.names(kept.stream().map(k -> k.told().staff()).distinct().toList());
        var known = new HashMap<FacilityId, Facility>();
        return new CorrectionsScreen(kept.stream()
                .map(k -> line(k, names, known.computeIfAbsent(k.told().viewedFrom(), facilities::get)))
                .toList());
    }

    private static CorrectionLine line(NoticeRow kept, Map<StaffId, String> names, Facility viewedFrom) {
        var told = kept.told();
        return new CorrectionLine(
                told.at(),
                told.number(),
                told.what(),
                viewedFrom.name(),
                viewedFrom.phone(),
                told.profession(),
                Objects.requireNonNull(names.get(told.staff())),
                told.displayedAt(),
                kept.seen());
    }
}
