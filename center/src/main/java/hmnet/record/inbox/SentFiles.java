package hmnet.record.inbox;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// What a facility itself sent, for its own people (自施設の送信ファイル): another facility's files are as if they were not
/// there.
@Component
public class SentFiles {
    private static final int MOST = 100;
    private static final int NEWEST = 30;
    private final JdbcClient db;
    private final Envelopes envelopes;
    private final Quarantine quarantine;
    private final InboxSeal seal;
    private final Inbox inbox;
    private final Audit audit;
    private final TransactionOperations transaction;

    SentFiles(
            JdbcClient db,
            Envelopes envelopes,
            Quarantine quarantine,
            Inbox inbox,
            Audit audit,
            TransactionOperations transaction,
            InboxSeal seal) {
        this.seal = seal;
        this.transaction = transaction;
        this.db = db;
        this.envelopes = envelopes;
        this.quarantine = quarantine;
        this.inbox = inbox;
        this.audit = audit;
    }

    /// One file as it stands.
    ///
    /// @param size in bytes
    /// @param withdrawn it was taken off the desk
    /// @param unexamined it waits until a scanner or an examiner has looked at it
    public record SentFile(InboxState state, long size, boolean withdrawn, boolean unexamined) {
        /// How its sender reads it: `withdrawn`, `unexamined`, else the state's own word.
        public String word() {
            if (withdrawn) {
                return "withdrawn";
            }
            return unexamined ? "unexamined" : state.state().word();
        }
    }

    /// A held file with its bytes as kept.
    ///
    /// @param any it came as a file of any format or as a message of care, so that a mended one may follow it
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record OpenedFile(SentFile sent, byte[] body, boolean any) {}

    /// The numbers of what the facility sent after this one, in the order in which it came, whatever became of each.
    public List<Long> after(long id, FacilityId facility, int most) {
        return db.sql("select id from inbox where facility = ? and id > ? order by id limit ?")
                .params(facility.value(), id, most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private static final String SENT = """
            select i.id, %s, i.received_at, i.size, w.id is not null as waiting, o.state, o.reason, %s, o.repairs,
                   o.discarded_at is not null as withdrawn, coalesce(w.unexamined, false) as unexamined
              from inbox i
              left join inbox_waiting w on w.id = i.id
              left join inbox_outcome o on o.id = i.id""".formatted(InboxSeal.PATH, InboxSeal.DETAIL);

    /// The newest files, all or only those that wait for a human.
    public List<SentFile> newest(FacilityId facility, boolean held) {
        var only =
                held ? " and o.state = " + InboxState.FileState.QUARANTINED_CODE + " and o.discarded_at is null" : "";
        return db.sql(SENT + " where i.facility = ?" + only + " order by i.id desc limit " + (held ? MOST : NEWEST))
                .param(facility.value())
                .query(this::sent)
                .list();
    }

    /// How one of the facility's own files stands, never what is in it.
    public Optional<SentFile> find(long id, FacilityId facility) {
        return db.sql(SENT + " where i.id = ? and i.facility = ?")
                .params(id, facility.value())
                .query(this::sent)
                .optional();
    }

    private SentFile sent(ResultSet row, int number) throws SQLException {
        return new SentFile(
                InboxRows.state(row, seal),
                row.getLong("size"),
                row.getBoolean("withdrawn"),
                row.getBoolean("unexamined"));
    }

    /// Opens one of the facility's own held files; who looked is written down. What was taken in is read in charts, by
    /// whoever may: the desk opens nothing of it here.
    @Transactional
    public Optional<OpenedFile> open(long id, Requester by) {
        var facility = by.facility();
        var opened = find(id, facility)
                .filter(file -> file.state().state() == InboxState.FileState.QUARANTINED)
                .map(file -> db.sql("select key, body, format from inbox where id = ?")
                        .param(id)
                        .query((row, number) -> {
                            var body = row.getBytes("body");
                            var place = EnvelopeContext.ofInbox(facility.value(), row.getBytes("key"));
                            return new OpenedFile(
                                    file,
                                    envelopes.with(envelope -> envelope.open(body, place)),
                                    MessageInbox.inLane(row.getShort("format")));
                        })
                        .single());
        opened.ifPresent(file -> trace(Action.FILE_OPENED, id, null, by));
        return opened;
    }

    /// What somebody's chart may show of a file that was filed, as it came (原本): the caller has decided and traced it.
    /// Nothing for one that is held, masked or can no longer be opened.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FiledOriginal> original(long id, FacilityId facility) {
        return find(id, facility)
                .filter(file -> file.state().state() == InboxState.FileState.ACCEPTED
                        || file.state().state() == InboxState.FileState.REPAIRED)
                .flatMap(file -> db.sql("select key, body, format from inbox where id = ?")
                        .param(id)
                        .query((row, number) -> opened(file, facility, row))
                        .single());
    }

    private Optional<FiledOriginal> opened(SentFile file, FacilityId facility, ResultSet row) throws SQLException {
        var place = EnvelopeContext.ofInbox(facility.value(), row.getBytes("key"));
        var body = row.getBytes("body");
        var large = row.getShort("format") == LargeFiles.FORMAT;
        try {
            return Optional.of(new FiledOriginal(
                    file.state().path(), envelopes.with(envelope -> envelope.open(body, place)), large));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /// A filed file's name and bytes.
    ///
    /// @param large the bytes lie in the file store, and these tell of it
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record FiledOriginal(String path, byte[] body, boolean large) {}

    /// Reads one of the facility's own held files again.
    @Transactional
    public void retry(long id, Requester by) {
        if (own(id, by)) {
            quarantine.retry(id, by);
        }
    }

    /// Takes one of the facility's own held files off the desk.
    @Transactional
    public void withdraw(long id, Requester by) {
        if (own(id, by)) {
            quarantine.discard(id, by);
        }
    }

    /// Keeps files that somebody of the facility sends by hand.
    public List<InboxReceipt> send(List<ReceivedFile> files, Requester by) {
        var kept = inbox.keep(by.facility(), files);
        transaction.executeWithoutResult(status -> kept.forEach(file -> trace(Action.FILE_SENT, file.id(), null, by)));
        return kept;
    }

    /// Keeps a mended file in the place of a held one, which stays as it came and leaves the desk.
    public InboxReceipt mend(long id, ReceivedFile mended, Requester by) {
        var kept = inbox.keep(by.facility(), List.of(mended)).getFirst();
        transaction.executeWithoutResult(status -> {
            trace(Action.FILE_MENDED, kept.id(), id, by);
            withdraw(id, by);
        });
        return kept;
    }

    private boolean own(long id, Requester by) {
        return find(id, by.facility()).isPresent();
    }

    private void trace(Action action, long id, @Nullable Long of, Requester by) {
        var detail = new TreeMap<>(Map.of("inbox", Long.toString(id)));
        if (of != null) {
            detail.put("of", of.toString());
        }
        audit.write(by.did(action, null, "done", detail));
    }
}
