package hmnet.record.forms;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.record.sheets.FormSheet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Versions of sheets are let in, and ended, by two of the office (帳票の登録と終了).
@Component
class SheetEntry {
    static final String KIND = "sheet";
    private static final String BEGIN = "begin";
    private static final String END = "end";

    private final SheetStore sheets;
    private final Approvals approvals;
    private final Audit audit;

    SheetEntry(SheetStore sheets, Approvals approvals, Audit audit) {
        this.sheets = sheets;
        this.approvals = approvals;
        this.audit = audit;
    }

    /// What came of it; its words stand under `sheets.told.…` (登録の結果).
    enum EntryResult {
        ENTERED,
        /// This version is there already: a changed sheet is a new version.
        KNOWN,
        /// There are as many versions as can be.
        TOO_MANY,
        OFFERED,
        END_ASKED,
        ENDED,
        REFUSED,
        WITHDRAWN,
        /// Who asked cannot be who agrees.
        SAME_PERSON,
        /// Nothing waits, or it stands differently by now.
        NOTHING;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The first of two: the version waits.
    @Transactional
    public EntryResult enter(FormSheet sheet, byte[] bytes, Requester by) {
        var entered = sheets.enter(sheet, bytes, by.staff().value());
        if (entered.isEmpty()) {
            return sheets.find(sheet.canonical()).isPresent() ? EntryResult.KNOWN : EntryResult.TOO_MANY;
        }
        approvals.propose(subject(entered.get()), BEGIN, "", 0, by.actor());
        trace(sheet, "entered", by);
        return EntryResult.ENTERED;
    }

    /// The first of two: one that is offered is to be offered no more.
    @Transactional
    public EntryResult askEnd(long id, Requester by) {
        var kept = sheets.find(id).filter(KeptSheet::isOffered);
        if (kept.isEmpty() || !approvals.propose(subject(id), END, "", 0, by.actor())) {
            return EntryResult.NOTHING;
        }
        trace(kept.get().sheet(), "end-asked", by);
        return EntryResult.END_ASKED;
    }

    /// The second of two.
    @Transactional
    public EntryResult agree(long id, Requester by) {
        var kept = sheets.find(id);
        return switch (SecondPerson.of(kept.flatMap(one -> approvals.held(subject(id))), by.actor())) {
            case NothingWaits<Approval> nothing -> EntryResult.NOTHING;
            case Proposer<Approval> asker -> EntryResult.SAME_PERSON;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                var ends = asked.what().equals(END);
                if (ends) {
                    sheets.end(id);
                } else {
                    sheets.begin(id, by.staff().value());
                }
                trace(kept.orElseThrow().sheet(), ends ? "ended" : "offered", by);
                yield ends ? EntryResult.ENDED : EntryResult.OFFERED;
            }
        };
    }

    /// A second person says no, or the first one takes it back. A version that was never offered is forgotten.
    @Transactional
    public EntryResult refuse(long id, Requester by) {
        var kept = sheets.find(id);
        var held = kept.flatMap(one -> approvals.held(subject(id)));
        if (held.isEmpty()) {
            return EntryResult.NOTHING;
        }
        var own = held.get().by().equals(by.actor());
        approvals.refuse(held.get(), by.actor());
        if (held.get().what().equals(BEGIN)) {
            sheets.drop(id);
        }
        trace(kept.orElseThrow().sheet(), own ? "withdrawn" : "refused", by);
        return own ? EntryResult.WITHDRAWN : EntryResult.REFUSED;
    }

    /// What waits for a second person, by the number of the version.
    Map<Long, Approval> waiting() {
        return approvals.waiting(KIND).stream()
                .collect(Collectors.toMap(one -> Long.parseLong(one.subject().key()), Function.identity()));
    }

    private static Subject subject(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    private void trace(FormSheet sheet, String outcome, Requester by) {
        audit.write(by.did(Action.SHEET_CHANGED, outcome).with(new TreeMap<>(Map.of("sheet", sheet.canonical()))));
    }
}
