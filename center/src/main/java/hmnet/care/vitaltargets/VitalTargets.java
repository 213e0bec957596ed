package hmnet.care.vitaltargets;

import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.links.OwnCharts;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.HandbookCharts.HandbookChart;
import hmnet.record.vault.DataKeys;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// What residents want their measures to be (からだの記録の目標): set, put right, ended. Nothing is derived from it but lines
/// in a picture and the resident's own words.
@Component
public class VitalTargets {
    /// Targets of one person in a day.
    static final int A_DAY = 60;

    /// So many measurements are looked at for one that the grant shows of the same chart.
    private static final int LOOKED_AT = 100;

    private static final int LOCK_SPACE = 7033;

    private final TargetRows rows;
    private final HandbookCharts handbook;
    private final OwnCharts ownCharts;
    private final DataKeys dataKeys;
    private final Audit audit;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionOperations transaction;

    VitalTargets(
            TargetRows rows,
            HandbookCharts handbook,
            OwnCharts ownCharts,
            DataKeys dataKeys,
            Audit audit,
            JdbcClient db,
            Clock clock,
            TransactionOperations transaction) {
        this.rows = rows;
        this.handbook = handbook;
        this.ownCharts = ownCharts;
        this.dataKeys = dataKeys;
        this.audit = audit;
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What came of it (保存の結果).
    enum SetTarget {
        SET,
        /// The same stands already.
        ALREADY,
        TOO_MANY
    }

    /// All of a person's own chart that is open, the newest first, those that stand before all others; nothing for
    /// a proxy to whom measurements do not open.
    public List<VitalTarget> own(ResidentCaller resident) {
        return reads(resident) ? rows.of(new PersonId(resident.person())) : List.of();
    }

    /// Those of the person's own that stand.
    public List<VitalTarget> standing(ResidentCaller resident) {
        return standing(own(resident));
    }

    /// Those that stand, to somebody whom the grant shows a measurement of the same chart of the handbook.
    public List<VitalTarget> standing(Chart chart) {
        return standing(rows.of(chart.person().id())).stream()
                .filter(target -> isShown(chart, target))
                .toList();
    }

    private static boolean isShown(Chart chart, VitalTarget target) {
        return chart.entries(VITAL.mask(), Optional.of(target.facility()), CareSpan.all(), LOOKED_AT).stream()
                .anyMatch(entry ->
                        entry.patient().filter(target.patient()::equals).isPresent());
    }

    private static List<VitalTarget> standing(List<VitalTarget> targets) {
        return targets.stream()
                .filter(target -> target.state() == TargetState.STANDS)
                .sorted(Comparator.comparing(target -> target.range().measure()))
                .toList();
    }

    private static boolean reads(ResidentCaller resident) {
        var held = resident.representation();
        return held == null || (held.kinds() & VITAL.mask()) != 0;
    }

    /// Who may decide for the person and reads what is measured.
    static boolean writes(ResidentCaller resident) {
        return resident.decides() && reads(resident);
    }

    /// The chart in the handbook with its key, made outside the transaction that writes; nothing where no handbook
    /// is registered.
    Optional<HandbookChart> ready(ResidentCaller resident) {
        var made = transaction.execute(status -> handbook.made(new PersonId(resident.person()), resident.actor()));
        var chart = Optional.ofNullable(made).flatMap(one -> one);
        chart.ifPresent(one -> dataKeys.ready(one.facility().id(), List.of(one.number())));
        return chart;
    }

    /// Sets a target in the place of the one that stands for the measure.
    @Transactional(propagation = Propagation.MANDATORY)
    public SetTarget set(ResidentCaller resident, HandbookChart place, TargetRange range) {
        var person = new PersonId(resident.person());
        hold(person);
        var former = standing(resident).stream()
                .filter(target -> target.range().measure() == range.measure())
                .toList();
        if (former.stream().anyMatch(target -> target.range().equals(range))) {
            return SetTarget.ALREADY;
        }
        if (rows.today(person) >= A_DAY) {
            return SetTarget.TOO_MANY;
        }
        var now = now();
        former.forEach(target -> rows.settle(target.id(), TargetState.REPLACED, now));
        var facility = place.facility().id();
        var chart = ownCharts.ofPersons(facility, handbook.same(person)).stream()
                .filter(one -> one.number().equals(place.number()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A target is written under a chart of nobody"));
        rows.insert(person, facility, chart, now, new SealedTarget(resident.representation() != null, range));
        audit.write(resident.did(Action.OWN_ENTRY_KEPT, "target"));
        return SetTarget.SET;
    }

    /// Ends one that stands; false where it stands no more. It stays readable as one that ended.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(ResidentCaller resident, UUID id) {
        hold(new PersonId(resident.person()));
        var standing = standing(resident).stream()
                .filter(target -> target.id().equals(id))
                .findFirst();
        standing.ifPresent(target -> {
            rows.settle(id, TargetState.ENDED, now());
            audit.write(resident.did(Action.OWN_ENTRY_KEPT, "target-ended"));
        });
        return standing.isPresent();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    /// Held until the transaction ends, so that of two at once the second sees what the first wrote.
    private void hold(PersonId person) {
        var first = handbook.same(person).stream().map(PersonId::toString).min(Comparator.naturalOrder());
        db.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK_SPACE, first.orElseThrow().hashCode())
                .query(row -> {});
    }
}
