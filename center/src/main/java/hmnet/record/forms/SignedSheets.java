package hmnet.record.forms;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hands signed sheets over (署名した帳票の引渡し): at once after the signature, and whatever a stop left behind a minute later.
/// Drafts whose term has passed are deleted.
@Component
public class SignedSheets {
    private static final Logger LOG = LoggerFactory.getLogger(SignedSheets.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Envelopes envelopes;
    private final SheetFiling filing;
    private final FormSettings settings;

    SignedSheets(JdbcClient db, Envelopes envelopes, SheetFiling filing, FormSettings settings) {
        this.db = db;
        this.envelopes = envelopes;
        this.filing = filing;
        this.settings = settings;
    }

    /// A signed one that waits.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    private record WaitingSheet(UUID id, FacilityId source, int version, byte[] said) {}

    /// Outside the transaction that signed it. It is signed whatever happens here: what fails is tried again.
    public void handOver(UUID draft) {
        waiting("id = ?", draft).forEach(this::tried);
    }

    private void tried(WaitingSheet sheet) {
        try {
            file(sheet);
        } catch (RuntimeException e) {
            LOG.error("A signed sheet cannot be handed over; it is tried again", e);
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void leftBehind() {
        waiting("changed_at < now() - make_interval(secs => ?)", 30).forEach(this::tried);
        db.sql("delete from form_draft where not signed and changed_at < now() - make_interval(days => ?)")
                .param(settings.draftDays())
                .update();
    }

    private List<WaitingSheet> waiting(String which, Object key) {
        return db.sql("select id, facility, version, said from form_draft where signed and " + which
                        + " order by changed_at, id limit "
                        + AT_ONCE)
                .param(key)
                .query((row, n) -> new WaitingSheet(
                        row.getObject("id", UUID.class),
                        new FacilityId(row.getLong("facility")),
                        row.getInt("version"),
                        row.getBytes("said")))
                .list();
    }

    private void file(WaitingSheet sheet) {
        try {
            var place = EnvelopeContext.ofFormDraft(sheet.source().value(), sheet.id(), sheet.version());
            filing.file(sheet.source(), sheet.id(), envelopes.with(envelope -> envelope.open(sheet.said(), place)));
        } catch (ErasedKey erased) {
            LOG.info("A signed sheet was erased with its facility's key before it was handed over");
        }
        db.sql("delete from form_draft where id = ? and signed")
                .param(sheet.id())
                .update();
    }
}
