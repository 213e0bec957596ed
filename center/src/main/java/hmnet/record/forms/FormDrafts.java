package hmnet.record.forms;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.AnswersKept;
import hmnet.record.answers.FilledSheet;
import hmnet.record.forms.FormDraft.Amendment;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Drafts (下書きの保管): of one author, person and version of a sheet, sealed, saved at each step. Whoever calls has decided
/// in this transaction that the author may write of the person.
@Component
public class FormDrafts {
    /// Drafts of one author for one person at once.
    public static final int MOST = 10;

    private static final int BYTES = 4 << 20;

    private static final String SELECT =
            "select id, sheet, facility, version, amends, amends_row, changed_at, said from form_draft";

    private final JdbcClient db;
    private final SheetStore sheets;
    private final DataKeys dataKeys;
    private final Envelopes envelopes;
    private final KeyedHash hash;
    private final Audit audit;
    private final FormSettings settings;

    FormDrafts(
            JdbcClient db,
            SheetStore sheets,
            DataKeys dataKeys,
            Envelopes envelopes,
            Keys keys,
            Audit audit,
            FormSettings settings) {
        this.db = db;
        this.sheets = sheets;
        this.dataKeys = dataKeys;
        this.envelopes = envelopes;
        this.hash = new KeyedHash(keys, "drafts of sheets");
        this.audit = audit;
        this.settings = settings;
    }

    /// Days after its last change until a draft is deleted.
    public int days() {
        return settings.draftDays();
    }

    /// What came of saving (保存の結果).
    public sealed interface SavedDraft {
        record Saved(FormDraft draft) implements SavedDraft {}

        /// It was changed in between, at another place: what stands now.
        record ChangedMeanwhile(FormDraft draft) implements SavedDraft {}

        /// More than a draft can hold; it stands as it was.
        record TooLarge(FormDraft draft) implements SavedDraft {}

        /// It is signed, discarded, expired, erased, or somebody else's.
        record Gone() implements SavedDraft {}
    }

    /// Makes the key ready under which an author's drafts are sealed; outside the transaction that writes them.
    public void ready(FormAuthor author) {
        dataKeys.ready(author.source(), List.of(author.chartNumber()));
    }

    /// The author's drafts of the person, the one changed last first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<FormDraft> of(FormAuthor author) {
        return db
                .sql(SELECT + " where about = any(?) and not signed order by changed_at desc, id limit ?")
                .params(all(author), MOST)
                .query(this::draft)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FormDraft> find(FormAuthor author, UUID id) {
        return find(author, id, "");
    }

    private Optional<FormDraft> find(FormAuthor author, UUID id, String more) {
        return db
                .sql(SELECT + " where id = ? and about = any(?) and not signed" + more)
                .params(id, all(author))
                .query(this::draft)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// Begins a draft; nothing where the author has too many.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> begin(FormAuthor author, KeptSheet kept, FilledSheet filled, @Nullable Amendment amends) {
        db.sql("select pg_advisory_xact_lock(?)").param(about(author)).query(row -> {});
        var count = db.sql("select count(*) from form_draft where about = any(?) and not signed")
                .param(all(author))
                .query(Long.class)
                .single();
        if (count >= MOST) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        db.sql("""
                        insert into form_draft (id, about, sheet, facility, version, amends, amends_row, said)
                        values (:id, :about, :sheet, :facility, 1, :amends, :row, :said)""")
                .param("id", id)
                .param("about", about(author))
                .param("sheet", kept.id())
                .param("facility", author.source().value())
                .param("amends", amends == null ? null : amends.form())
                .param("row", amends == null ? null : amends.row())
                .param("said", seal(author, id, 1, AnswersKept.write(filled)))
                .update();
        trace(author, "begun", id, kept, 1);
        return Optional.of(id);
    }

    /// @param seen the version that the author had before them
    @Transactional(propagation = Propagation.MANDATORY)
    public SavedDraft save(FormAuthor author, UUID id, int seen, FilledSheet filled) {
        var held = find(author, id, " for update");
        if (held.isEmpty()) {
            return new SavedDraft.Gone();
        }
        var before = held.get();
        if (before.version() != seen) {
            return new SavedDraft.ChangedMeanwhile(before);
        }
        if (before.filled().equals(filled)) {
            return new SavedDraft.Saved(before);
        }
        var answers = AnswersKept.write(filled);
        if (answers.length > BYTES) {
            return new SavedDraft.TooLarge(before);
        }
        int version = seen + 1;
        write(author, id, version, answers, false);
        trace(author, "saved", id, before.kept(), version);
        return new SavedDraft.Saved(new FormDraft(
                id,
                before.kept(),
                version,
                before.amends(),
                OffsetDateTime.now(before.changedAt().getOffset()),
                filled));
    }

    /// Signs a draft: the bundle takes the place of the answers, and waits for the inbox.
    @Transactional(propagation = Propagation.MANDATORY)
    void sign(FormAuthor author, FormDraft draft, UUID response, byte[] bundle) {
        write(author, draft.id(), draft.version() + 1, bundle, true);
        audit.write(author.did(Action.FORM_SIGNED, draft.amends().isPresent() ? "amended" : "signed")
                .with(new TreeMap<>(Map.of(
                        "form", response.toString(),
                        "sheet", draft.kept().sheet().canonical()))));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean discard(FormAuthor author, UUID id) {
        var held = find(author, id, " for update");
        held.ifPresent(draft -> {
            db.sql("delete from form_draft where id = ?").param(id).update();
            trace(author, "discarded", id, draft.kept(), draft.version());
        });
        return held.isPresent();
    }

    private void write(FormAuthor author, UUID id, int version, byte[] said, boolean signed) {
        db.sql("""
                        update form_draft set version = :version, said = :said, signed = :signed, changed_at = now()
                         where id = :id""")
                .param("version", version)
                .param("said", seal(author, id, version, said))
                .param("signed", signed)
                .param("id", id)
                .update();
    }

    private void trace(FormAuthor author, String outcome, UUID id, KeptSheet kept, int version) {
        audit.write(author.did(Action.FORM_DRAFTED, outcome)
                .with(new TreeMap<>(Map.of(
                        "draft", id.toString(),
                        "sheet", kept.sheet().canonical(),
                        "version", Integer.toString(version)))));
    }

    private byte[] seal(FormAuthor author, UUID id, int version, byte[] said) {
        dataKeys.hold(author.source());
        var key = dataKeys.of(author.source(), author.chartNumber());
        var place = EnvelopeContext.ofFormDraft(author.source().value(), id, version);
        return envelopes.with(envelope -> envelope.seal(said, Dictionaries.CONTENT, key, place));
    }

    /// Null for one whose key was destroyed.
    private @Nullable FormDraft draft(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var version = row.getInt("version");
        var kept = sheets.find(row.getLong("sheet")).orElseThrow();
        var said = row.getBytes("said");
        var place = EnvelopeContext.ofFormDraft(row.getLong("facility"), id, version);
        try {
            var answers = envelopes.with(envelope -> envelope.open(said, place));
            return new FormDraft(
                    id,
                    kept,
                    version,
                    amendment(row.getObject("amends", UUID.class), row.getObject("amends_row", UUID.class)),
                    row.getObject("changed_at", OffsetDateTime.class),
                    AnswersKept.read(kept.sheet(), answers));
        } catch (ErasedKey erased) {
            return null;
        }
    }

    private static Optional<Amendment> amendment(@Nullable UUID form, @Nullable UUID row) {
        return form == null || row == null ? Optional.empty() : Optional.of(new Amendment(form, row));
    }

    private long about(FormAuthor author) {
        return about(author, author.person());
    }

    /// Of all who are the same person: what was begun under one is found under the other.
    private Long[] all(FormAuthor author) {
        return author.persons().stream().map(person -> about(author, person)).toArray(Long[]::new);
    }

    private long about(FormAuthor author, PersonId person) {
        return hash.of(author.actor().word() + "/" + author.source().value() + "/" + person.value());
    }
}
