package hmnet.care.notes;

import hmnet.care.viewer.ChartFrames;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes, changes and withdraws notes and flags (院内の覚えの記入). Whoever calls has the chart open in this transaction:
/// without a grant nothing is written. Each act stands in the log, without its words.
@Component
class StaffNotes {
    static final int TEXT_MAX = 1_000;
    static final int DETAIL_MAX = 60;
    static final int REASON_MAX = 200;
    static final int NOTES_MAX = 50;
    static final int PINNED_MAX = 3;
    static final int FLAGS_MAX = 8;
    /// So many versions, withdrawn ones too, and nothing more is written.
    private static final int VERSIONS_MAX = 4_000;

    private final StaffWords words;
    private final ChartFrames chartFrames;
    private final Audit audit;

    StaffNotes(StaffWords words, ChartFrames chartFrames, Audit audit) {
        this.words = words;
        this.chartFrames = chartFrames;
        this.audit = audit;
    }

    /// Who writes of whom.
    ///
    /// @param number as `StaffWords.number` made it ready
    record NoteWriter(Requester by, PersonId person, String number) {}

    /// @return why it was not written, as in `notes.problem.…`, or null
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String write(NoteWriter writer, String text, boolean pinned) {
        var kept = kept(writer, StaffWordKind.NOTE);
        var problem = problem(text, TEXT_MAX, "text");
        if (problem == null
                && (full(kept) || kept.stream().filter(KeptSubject::stands).count() >= NOTES_MAX)) {
            problem = "notes-many";
        }
        if (problem == null
                && pinned
                && kept.stream().filter(KeptSubject::pinned).count() >= PINNED_MAX) {
            problem = "pinned-many";
        }
        if (problem == null) {
            keep(writer, StaffWordKind.NOTE, UUID.randomUUID(), 1, StaffAct.WRITTEN, List.of(pin(pinned), text));
        }
        return problem;
    }

    /// @param seen the version that the writer had before them: nobody's change is overwritten unseen
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String change(NoteWriter writer, UUID note, int seen, String text, boolean pinned) {
        var kept = kept(writer, StaffWordKind.NOTE);
        var problem = objection(kept, note, seen);
        if (problem == null) {
            problem = full(kept) ? "notes-many" : problem(text, TEXT_MAX, "text");
        }
        if (problem == null
                && pinned
                && kept.stream()
                                .filter(one -> one.pinned() && !one.id().equals(note))
                                .count()
                        >= PINNED_MAX) {
            problem = "pinned-many";
        }
        if (problem == null) {
            keep(writer, StaffWordKind.NOTE, note, seen + 1, StaffAct.CHANGED, List.of(pin(pinned), text));
        }
        return problem;
    }

    /// Of a note or a flag: its history stays.
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String withdraw(NoteWriter writer, StaffWordKind kind, UUID subject, int seen, String reason) {
        var kept = kept(writer, kind);
        var problem = objection(kept, subject, seen);
        if (problem == null) {
            problem = problem(reason, REASON_MAX, "reason");
        }
        if (problem == null) {
            var before = kept.stream()
                    .filter(one -> one.id().equals(subject))
                    .findFirst()
                    .orElseThrow();
            var fields = switch (kind) {
                case NOTE -> List.of(pin(false), reason);
                case FLAG -> List.of(before.flag(), before.until().toString(), reason);
            };
            keep(writer, kind, subject, seen + 1, StaffAct.WITHDRAWN, fields);
        }
        return problem;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String set(NoteWriter writer, String word, String detail, @Nullable LocalDate until) {
        var kept = kept(writer, StaffWordKind.FLAG);
        var today = chartFrames.today();
        var kind = FlagKinds.of(word);
        if (kind.isEmpty()) {
            return "kind";
        }
        var last = until == null ? today.plusDays(kind.get().days()) : until;
        var problem = kind.get().objection(writer.by().profession(), detail, last, today);
        if (problem == null && !detail.isEmpty()) {
            problem = problem(detail, DETAIL_MAX, "detail");
        }
        if (problem == null
                && kept.stream().anyMatch(one -> one.stands() && one.flag().equals(word))) {
            problem = "set-already";
        }
        if (problem == null
                && (full(kept) || kept.stream().filter(KeptSubject::stands).count() >= FLAGS_MAX)) {
            problem = "flags-many";
        }
        if (problem == null) {
            keep(
                    writer,
                    StaffWordKind.FLAG,
                    UUID.randomUUID(),
                    1,
                    StaffAct.WRITTEN,
                    List.of(word, last.toString(), detail));
        }
        return problem;
    }

    /// Another last day, other words beside it.
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String prolong(NoteWriter writer, UUID flag, int seen, String detail, @Nullable LocalDate until) {
        var kept = kept(writer, StaffWordKind.FLAG);
        var problem = objection(kept, flag, seen);
        if (problem != null) {
            return problem;
        }
        var before =
                kept.stream().filter(one -> one.id().equals(flag)).findFirst().orElseThrow();
        var kind = FlagKinds.of(before.flag());
        if (kind.isEmpty()) {
            return "kind";
        }
        if (until == null) {
            return "until";
        }
        problem = kind.get().objection(writer.by().profession(), detail, until, chartFrames.today());
        if (problem == null && !detail.isEmpty()) {
            problem = problem(detail, DETAIL_MAX, "detail");
        }
        if (problem == null) {
            keep(
                    writer,
                    StaffWordKind.FLAG,
                    flag,
                    seen + 1,
                    StaffAct.CHANGED,
                    List.of(before.flag(), until.toString(), detail));
        }
        return problem;
    }

    private List<KeptSubject> kept(NoteWriter writer, StaffWordKind kind) {
        words.alone(writer.by(), writer.person());
        return KeptSubject.of(words.of(writer.by(), writer.person()), kind);
    }

    /// What stands can always be withdrawn, whatever there is.
    private static boolean full(List<KeptSubject> kept) {
        return kept.stream().mapToInt(one -> one.versions().size()).sum() >= VERSIONS_MAX;
    }

    private static @Nullable String problem(String text, int most, String empty) {
        if (text.isBlank()) {
            return empty;
        }
        if (text.length() > most) {
            return empty + "-long";
        }
        return MyNumber.standsIn(text) ? "my-number" : null;
    }

    /// Nothing is said of a subject that is not there: it may be another facility's.
    private static @Nullable String objection(List<KeptSubject> kept, UUID subject, int seen) {
        var found = kept.stream().filter(one -> one.id().equals(subject)).findFirst();
        if (found.isEmpty() || !found.get().stands()) {
            return "gone";
        }
        return found.get().latest().version() == seen ? null : "changed-meanwhile";
    }

    private static String pin(boolean pinned) {
        return pinned ? "pinned" : "";
    }

    private void keep(
            NoteWriter writer, StaffWordKind kind, UUID subject, int version, StaffAct act, List<String> fields) {
        words.write(writer.by(), writer.person(), writer.number(), kind, subject, version, act, fields);
        audit.write(writer.by()
                .did(
                        switch (kind) {
                            case NOTE -> Action.NOTE_CHANGED;
                            case FLAG -> Action.FLAG_CHANGED;
                        },
                        writer.person().value(),
                        act.word(),
                        Map.of("subject", subject.toString(), "version", Integer.toString(version))));
    }
}
