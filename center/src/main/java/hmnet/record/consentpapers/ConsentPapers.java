package hmnet.record.consentpapers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.OtherFile;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.consentpapers.ConsentPaper.PaperDraft;
import hmnet.record.examination.Examination;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filestore.StoredObjects.FreshObject;
import hmnet.record.vault.DataKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Scanned papers of consents (同意書の画像). What came lies sealed in the file store, byte for byte, under a key of the
/// office; what is shown was examined and cleaned at that moment, in a process of its own.
@Component
class ConsentPapers {
    static final int MAX_BYTES = 10 << 20;

    /// So many papers one person has at most, with those that were taken away.
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ConsentPapers.class);
    private static final int TRIES = 3;

    private final PaperRows rows;
    private final Examination examination;
    private final StoredObjects objects;
    private final DataKeys keys;
    private final Audit audit;
    private final TransactionOperations transaction;

    ConsentPapers(
            PaperRows rows,
            Examination examination,
            StoredObjects objects,
            DataKeys keys,
            Audit audit,
            TransactionOperations transaction) {
        this.rows = rows;
        this.examination = examination;
        this.objects = objects;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// The papers of a page of one's own.
    ///
    /// @param gone when what was taken away had been kept, the newest first
    record OwnPapers(List<ConsentPaper> standing, List<OffsetDateTime> gone) {}

    /// The bytes that a browser may have.
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    record PaperFile(ConsentPaper paper, String contentType, byte[] content) {}

    /// What a transaction made of an object that was just written.
    private enum KeepResult {
        NAMED,
        /// The person has too many.
        FULL,
        /// It may be sealed under a key that was erased meanwhile.
        ERASED
    }

    /// Keeps a file that was found harmless. Why it was not kept, as in `papers.problem.…`, or nothing; either stands
    /// in the log of the person.
    ///
    /// @param name only compared with what the bytes say; it is not kept
    Optional<String> keep(PaperDraft draft, byte[] bytes, String name, Requester by) {
        FileKind kind;
        try {
            kind = examined(bytes, name).type();
        } catch (Unreadable refusal) {
            return Optional.of(refused(draft, problem(refusal), by));
        }
        for (var tries = 1; tries <= TRIES; tries++) {
            FreshObject fresh;
            try {
                fresh = objects.put(by.facility(), "", new ByteArrayInputStream(bytes));
            } catch (IOException full) {
                LOG.error("A paper cannot be written to the file store", full);
                return Optional.of(refused(draft, "store", by));
            }
            // What a commit of unknown outcome may have named is never discarded: the sweep of the store asks the rows.
            var result = Objects.requireNonNull(transaction.execute(status -> named(draft, fresh, kind, by)));
            switch (result) {
                case NAMED -> {
                    return Optional.empty();
                }
                case FULL -> {
                    objects.discard(fresh.id());
                    return Optional.of(refused(draft, "many", by));
                }
                case ERASED -> objects.discard(fresh.id());
            }
        }
        throw new IllegalStateException("Keys of the office were erased again and again while a paper was kept");
    }

    private KeepResult named(PaperDraft draft, FreshObject fresh, FileKind kind, Requester by) {
        keys.hold(by.facility());
        if (!keys.stands(fresh.moment())) {
            return KeepResult.ERASED;
        }
        if (rows.count(draft.person()) >= MOST) {
            return KeepResult.FULL;
        }
        var id = UUID.randomUUID();
        objects.name(fresh, null);
        rows.insert(id, draft, fresh.id(), kind, fresh.length(), by.staff());
        audit.write(by.did(
                Action.CONSENT_PAPER_KEPT,
                draft.person().value(),
                "kept",
                Map.of(
                        "paper", id.toString(),
                        "kind", draft.kind().word(),
                        "signed", draft.signedOn().toString(),
                        "witness", draft.witness())));
        return KeepResult.NAMED;
    }

    private String refused(PaperDraft draft, String why, Requester by) {
        transaction.executeWithoutResult(status -> audit.write(by.did(
                Action.CONSENT_PAPER_KEPT,
                draft.person().value(),
                "refused",
                Map.of("why", why, "kind", draft.kind().word()))));
        return why;
    }

    /// All of a person, for the office.
    List<ConsentPaper> list(PersonId person, Requester by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            audit.write(by.did(Action.CONSENT_PAPER_SHOWN, person.value(), "listed", Map.of()));
            return rows.of(person);
        }));
    }

    /// What stands, and that something was taken away, for whose page it is. What that was may be another's to know.
    ///
    /// @param trace of the one who looks
    OwnPapers own(PersonId person, Trace trace) {
        return Objects.requireNonNull(transaction.execute(status -> {
            audit.write(trace);
            var all = rows.of(person);
            return new OwnPapers(
                    all.stream().filter(ConsentPaper::stands).toList(),
                    all.stream()
                            .filter(paper -> !paper.stands())
                            .map(ConsentPaper::keptAt)
                            .toList());
        }));
    }

    /// A paper of this person that was not taken away.
    Optional<ConsentPaper> find(PersonId person, UUID id) {
        return rows.find(person, id).filter(ConsentPaper::stands);
    }

    /// The cleaned file. It is read and examined first; the trace is written before the first byte leaves, unless the
    /// paper was taken away meanwhile.
    ///
    /// @throws Unreadable when it is known for harmful today, or the scanner says nothing
    Optional<PaperFile> open(ConsentPaper paper, Trace trace) throws IOException, Unreadable {
        byte[] bytes;
        try (var in = objects.open(paper.lies(), 0)) {
            bytes = in.readAllBytes();
        }
        var file = examined(bytes, "");
        return Objects.requireNonNull(transaction.execute(status -> {
            var stands = rows.held(paper.person(), paper.id()).filter(ConsentPaper::stands);
            stands.ifPresent(one -> audit.write(trace));
            return stands.map(one -> new PaperFile(one, file.contentType(), file.content()));
        }));
    }

    private OtherFile examined(byte[] bytes, String name) throws Unreadable {
        var file = examination.examine(bytes, name);
        for (var note : file.notes()) {
            if (note.code().equals("not-scanned")) {
                throw new Unreadable(note.code(), 0, "", "a paper waits for the scanner");
            }
        }
        return switch (file.type()) {
            case PDF, PNG, JPEG, TIFF -> file;
            case HEIC, MP4, OFFICE, OLD_OFFICE, PARCEL, ALBUM ->
                throw new Unreadable("type-not-accepted", 0, "", "a paper is a PDF or a picture");
        };
    }

    /// The end of the key that says why a file is not kept.
    private static String problem(Unreadable refusal) {
        return switch (refusal.note().code()) {
            case "virus" -> "virus";
            case "not-scanned", "unexaminable" -> "unexaminable";
            case "active-content", "macro" -> "acts";
            case "encrypted" -> "locked";
            case "empty" -> "file";
            case "type-not-accepted", "old-office", "zip-nested", "parcel" -> "type";
            case "too-large", "too-many-points", "too-complex", "zip-bomb" -> "complex";
            // From outside: the readers' codes of what they refuse.
            default -> "damaged";
        };
    }
}
