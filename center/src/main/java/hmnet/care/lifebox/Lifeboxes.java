package hmnet.care.lifebox;

import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.people.links.OwnCharts;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.KeptSheet;
import hmnet.record.forms.SheetStore;
import hmnet.record.forms.SignedResponse;
import hmnet.record.ownrecords.HandbookCharts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What stands in a person's life box (命の宝箱): the newest that they signed, or who decides for them. What staff wrote
/// for somebody is a proposal until the person confirms it.
@Component
class Lifeboxes {
    /// Signatures of one person in a day.
    static final int A_DAY = 20;

    private static final String URL = "urn:hmnet:sheet:lifebox";
    private static final int LOCK_SPACE = 7032;

    private final LifeboxRows rows;
    private final SheetStore sheets;
    private final OwnCharts ownCharts;
    private final HandbookCharts handbook;
    private final LifeboxSettings settings;
    private final Audit audit;
    private final JdbcClient db;
    private final Clock clock;

    Lifeboxes(
            LifeboxRows rows,
            SheetStore sheets,
            OwnCharts ownCharts,
            HandbookCharts handbook,
            LifeboxSettings settings,
            Audit audit,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.sheets = sheets;
        this.ownCharts = ownCharts;
        this.handbook = handbook;
        this.settings = settings;
        this.audit = audit;
        this.db = db;
        this.clock = clock;
    }

    /// Whatever is signed of this sheet is kept here too, with the signature: as the person's own where it is filed in
    /// the handbook, else as a proposal.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(SignedResponse signed) {
        if (isSheet(signed.kept())) {
            var author = signed.author();
            var chart = ownCharts.ofPersons(author.source(), author.persons()).stream()
                    .filter(one -> one.number().equals(author.chartNumber()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A life box is signed under a chart of nobody"));
            rows.insert(
                    signed,
                    chart.patient(),
                    handbook.isHandbook(author.source()) ? BoxState.STANDS : BoxState.PROPOSED);
        }
    }

    static boolean isSheet(KeptSheet kept) {
        return kept.sheet().url().equals(URL);
    }

    /// The version that is written now; nothing where the office ended it.
    Optional<KeptSheet> sheet() {
        return sheets.offered().stream().filter(Lifeboxes::isSheet).findFirst();
    }

    /// What stands; nothing where the person signed none.
    Optional<KeptBox> standing(PersonId person) {
        return rows.newest(person, BoxState.STANDS);
    }

    /// What staff wrote since then, and nobody confirmed.
    Optional<KeptBox> proposal(PersonId person) {
        var standing = standing(person);
        return rows.newest(person, BoxState.PROPOSED)
                .filter(box -> standing.filter(own -> own.signedAt().isAfter(box.signedAt()))
                        .isEmpty());
    }

    /// What the person signed before, the newest first.
    List<KeptBox> before(PersonId person) {
        return rows.of(person).stream()
                .filter(box -> box.state() == BoxState.STANDS)
                .skip(1)
                .toList();
    }

    Optional<KeptBox> find(PersonId person, UUID id) {
        return rows.find(person, id);
    }

    boolean isFull(PersonId person) {
        return rows.today(person) >= A_DAY;
    }

    /// Whether it is time to ask if what stands is right still.
    boolean isDue(KeptBox box) {
        return box.rightAsOf().plusMonths(settings.reviewMonths()).isBefore(OffsetDateTime.now(clock));
    }

    /// Held until the transaction ends, so that of two who sign at once the second sees what the first signed.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(PersonId person) {
        var first = handbook.same(person).stream().map(PersonId::toString).min(Comparator.naturalOrder());
        db.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK_SPACE, first.orElseThrow().hashCode())
                .query(row -> {});
    }

    /// Says that what stands is right still; false where something else stands by now.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean review(PersonId person, UUID id, Trace trace) {
        hold(person);
        var standing = standing(person).filter(box -> box.id().equals(id));
        standing.ifPresent(box -> {
            rows.review(id);
            audit.write(trace.with("form", box.form().toString()));
        });
        return standing.isPresent();
    }

    /// A proposal that still waits, held until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<KeptBox> held(PersonId person, UUID id) {
        hold(person);
        return proposal(person).filter(box -> box.id().equals(id));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(KeptBox proposal, BoxState state, Trace trace) {
        rows.settle(proposal.id(), state);
        audit.write(trace.with("form", proposal.form().toString()));
    }
}
