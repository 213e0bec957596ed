package hmnet.record.corrections;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.decisions.Grant;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.RetractedRows;
import hmnet.record.charts.RetractedRows.SourceMessage;
import hmnet.record.corrections.NoticeRows.NoticeRow;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a member of staff is told of corrections (訂正・取消のお知らせ): only while the person's chart is open to
/// them and the grant covers what changed. What is told leaves its trace; what is not told leaves none.
@Component
public class Corrections {
    private final NoticeRows notices;
    private final Decisions decisions;
    private final RetractedRows retractedRows;
    private final Facilities facilities;
    private final Audit audit;
    private final Clock clock;

    Corrections(
            NoticeRows notices,
            Decisions decisions,
            RetractedRows retractedRows,
            Facilities facilities,
            Audit audit,
            Clock clock) {
        this.notices = notices;
        this.decisions = decisions;
        this.retractedRows = retractedRows;
        this.facilities = facilities;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the requester is to be told and has not confirmed, newest first.
    @Transactional
    public List<CorrectionNotice> of(Requester requester) {
        if (!requester.may(Right.VIEW_CHART)) {
            return List.of();
        }
        var told = new ArrayList<CorrectionNotice>();
        notices.unseen(requester.staff()).stream()
                .collect(groupingBy(kept -> kept.told().person(), LinkedHashMap::new, toList()))
                .forEach((person, kept) -> told.addAll(of(requester, person, kept)));
        return told;
    }

    /// The requester confirms notices; somebody else's stay as they are.
    @Transactional
    public void seen(Requester requester, Collection<Long> ids) {
        notices.seen(requester.staff(), ids, OffsetDateTime.now(clock));
    }

    private List<CorrectionNotice> of(Requester requester, PersonId person, List<NoticeRow> kept) {
        return switch (decisions.decide(requester, person, Purpose.TREATMENT)) {
            case Granted(var known, var grant, var door) -> told(requester, known, grant, kept);
            case Refused refused -> List.of();
        };
    }

    private List<CorrectionNotice> told(Requester requester, Person person, Grant grant, List<NoticeRow> kept) {
        var kinds = kinds(grant, kept);
        var groups = new LinkedHashMap<CorrectionGroup, List<NoticeRow>>();
        for (var notice : kept) {
            if ((kinds.getOrDefault(notice.told().message(), 0L) & notice.told().kinds()) != 0) {
                groups.computeIfAbsent(CorrectionGroup.of(notice), g -> new ArrayList<>())
                        .add(notice);
            }
        }
        if (!groups.isEmpty()) {
            trace(requester, person.id());
        }
        return groups.entrySet().stream()
                .map(group -> notice(person, group.getKey(), group.getValue(), kinds))
                .toList();
    }

    /// The kinds of each message that this grant lets be told.
    private Map<SourceMessage, Long> kinds(Grant grant, List<NoticeRow> kept) {
        var messages = kept.stream().map(k -> k.told().message()).distinct().toList();
        var dropped =
                kept.stream().flatMap(k -> k.told().rows().stream()).distinct().toList();
        return retractedRows.toldTo(grant, messages, dropped).stream()
                .collect(toMap(
                        RetractedRows.RetractedRow::message, row -> row.kind().mask(), (a, b) -> a | b));
    }

    private CorrectionNotice notice(
            Person person, CorrectionGroup group, List<NoticeRow> kept, Map<SourceMessage, Long> shown) {
        var kinds = kept.stream()
                .map(NoticeRow::told)
                .mapToLong(told -> told.kinds() & shown.getOrDefault(told.message(), 0L))
                .reduce(0, (a, b) -> a | b);
        return new CorrectionNotice(
                kept.stream().map(NoticeRow::id).toList(),
                person.id(),
                person.name(),
                facilities.get(group.sender()).name(),
                Arrays.stream(RecordKind.values())
                        .filter(kind -> (kinds & kind.mask()) != 0)
                        .toList(),
                group.what(),
                kept.getFirst().told().at());
    }

    private void trace(Requester requester, PersonId person) {
        audit.write(requester
                .did(Action.CORRECTION_TOLD, "told")
                .about(person.value())
                .purpose(Purpose.TREATMENT.code()));
    }

    /// What is said in one line.
    private record CorrectionGroup(FacilityId sender, Correction what) {
        static CorrectionGroup of(NoticeRow kept) {
            return new CorrectionGroup(kept.told().sender(), kept.told().what());
        }
    }
}
