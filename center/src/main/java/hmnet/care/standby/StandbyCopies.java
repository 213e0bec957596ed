package hmnet.care.standby;

import hmnet.care.standby.StandbyOrders.StandbyKey;
import hmnet.formats.base.Sha256;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.SigningKey;
import hmnet.people.links.OwnCharts;
import hmnet.people.patients.PatientId;
import hmnet.record.charts.FacilityCharts;
import hmnet.record.charts.LastVisits;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.vault.DataKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Makes the copies (非常時の写しの作成): each night, and soon after a fresh code, one facility after the other. A copy that
/// fails is
/// tried again after an hour, with the reason on the pages of desk and office; the others are made meanwhile.
@Component
class StandbyCopies {
    /// Charts with care in this time.
    static final int DAYS = 400;
    /// At most so many, those with the newest care.
    static final int MOST = 5_000;
    /// Copies lie here for so many days.
    static final int KEPT_DAYS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(StandbyCopies.class);
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final int PAGE = 1_000;
    private static final int IN_A_ROUND = 20;

    private final StandbyOrders orders;
    private final StandbyPersons persons;
    private final StandbyShell shell;
    private final FacilityCharts charts;
    private final OwnCharts ownCharts;
    private final LastVisits lastVisits;
    private final Facilities facilities;
    private final StoredObjects objects;
    private final DataKeys dataKeys;
    private final SigningKey signer;
    private final Audit audit;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Clock clock;

    StandbyCopies(
            StandbyOrders orders,
            StandbyPersons persons,
            StandbyShell shell,
            FacilityCharts charts,
            OwnCharts ownCharts,
            LastVisits lastVisits,
            Facilities facilities,
            StoredObjects objects,
            DataKeys dataKeys,
            Keys keys,
            Audit audit,
            JdbcClient db,
            TransactionOperations transaction,
            Clock clock) {
        this.orders = orders;
        this.persons = persons;
        this.shell = shell;
        this.charts = charts;
        this.ownCharts = ownCharts;
        this.lastVisits = lastVisits;
        this.facilities = facilities;
        this.objects = objects;
        this.dataKeys = dataKeys;
        this.signer = new SigningKey(keys, "standby copies");
        this.audit = audit;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A copy that lies here.
    ///
    /// @param beyond charts with care in the time that were too many for it
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record StandbyCopy(
            long id,
            FacilityId facility,
            OffsetDateTime madeAt,
            UUID object,
            long length,
            byte[] digest,
            int charts,
            int beyond) {
        String name() {
            return "hmnet-standby-"
                    + madeAt.atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate() + ".html";
        }
    }

    /// By which files are told apart from forged ones, as it stands beside the code.
    String keyId() {
        return HexFormat.of().formatHex(signer.id());
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 45_000)
    void round() {
        orders.due(night(), IN_A_ROUND).forEach(this::makeOrTell);
        forget();
    }

    private OffsetDateTime night() {
        var now = clock.instant().atZone(JapaneseDates.JAPAN);
        var today = now.with(NIGHT);
        return (today.isAfter(now) ? today.minusDays(1) : today).toOffsetDateTime();
    }

    private void makeOrTell(FacilityId facility) {
        try {
            orders.tried(facility, "");
            make(facility);
        } catch (IOException | RuntimeException e) {
            LOG.error("ALARM: the standby copy of facility {} was not made", facility.value(), e);
            orders.tried(facility, e.getClass().getSimpleName());
        }
    }

    /// Nothing where the order ended meanwhile.
    Optional<StandbyCopy> make(FacilityId facility) throws IOException {
        var key = orders.key(facility);
        return key.isEmpty() ? Optional.empty() : make(facility, key.get());
    }

    private Optional<StandbyCopy> make(FacilityId facility, StandbyKey key) throws IOException {
        var at = OffsetDateTime.now(clock);
        var known = facilities.get(facility);
        var file = new StandbyFile(known.code(), at, key.salt(), key.key());
        var listed = lately(facility);
        var inIt = listed.subList(0, Math.min(MOST, listed.size()));
        var trace = Trace.of(Action.STANDBY_COPY, Actor.CENTRE, "read").at(facility.value());
        for (var from = 0; from < inIt.size(); from += FacilityCharts.AT_ONCE) {
            var some = inIt.subList(from, Math.min(from + FacilityCharts.AT_ONCE, inIt.size()));
            file.add(charts.read(facility, some, trace, persons::of));
        }
        var beyond = listed.size() - inIt.size();
        var bytes = shell.written(known, at, file, signer, beyond, persons.frame());
        return kept(facility, key, bytes, file.charts(), beyond);
    }

    /// Charts with care lately, those with the newest care first.
    private List<PatientId> lately(FacilityId facility) {
        var since = LocalDate.ofInstant(clock.instant(), JapaneseDates.JAPAN).minusDays(DAYS);
        var cared = new ArrayList<CaredFor>();
        var after = 0L;
        for (var page = ownCharts.openAfter(facility, after, PAGE);
                !page.isEmpty();
                page = ownCharts.openAfter(facility, after, PAGE)) {
            lastVisits.ofCare(facility, page).forEach((patient, day) -> {
                if (!day.isBefore(since)) {
                    cared.add(new CaredFor(patient, day));
                }
            });
            after = page.getLast().value();
        }
        return cared.stream()
                .sorted(Comparator.comparing(CaredFor::last).reversed())
                .map(CaredFor::patient)
                .toList();
    }

    private record CaredFor(PatientId patient, LocalDate last) {}

    private Optional<StandbyCopy> kept(FacilityId facility, StandbyKey key, byte[] bytes, int count, int beyond)
            throws IOException {
        var fresh = objects.put(facility, "", new ByteArrayInputStream(bytes));
        var kept = transaction.execute(status -> {
            dataKeys.hold(facility);
            // Meanwhile the order may have ended or got another code.
            var stands = dataKeys.stands(fresh.moment())
                    && orders.key(facility)
                            .filter(now -> Arrays.equals(now.salt(), key.salt()))
                            .isPresent();
            if (!stands) {
                return null;
            }
            objects.name(fresh, null);
            audit.write(Trace.of(Action.STANDBY_COPY, Actor.CENTRE, "made")
                    .at(facility.value())
                    .with("charts", Integer.toString(count))
                    .with("sha256", Sha256.hex(bytes)));
            return db.sql("""
                            insert into standby_copy (facility, object, length, digest, charts, beyond)
                            values (:facility, :object, :length, :digest, :charts, :beyond) returning *""")
                    .param("facility", facility.value())
                    .param("object", fresh.id())
                    .param("length", (long) bytes.length)
                    .param("digest", Sha256.of(bytes))
                    .param("charts", count)
                    .param("beyond", beyond)
                    .query(StandbyCopies::copy)
                    .single();
        });
        if (kept == null) {
            objects.discard(fresh.id());
        }
        return Optional.ofNullable(kept);
    }

    /// The newest of an order that stands.
    Optional<StandbyCopy> newest(FacilityId facility) {
        return db.sql("""
                        select c.* from standby_copy c join standby_order o on o.facility = c.facility and o.ended_at is null
                         where c.facility = ? order by c.id desc limit 1""").param(facility.value()).query(StandbyCopies::copy).optional();
    }

    /// The file, once that it is taken stands in the log.
    ///
    /// @param taken who takes it
    byte[] taken(StandbyCopy copy, Trace taken) throws IOException {
        try (InputStream in = objects.open(copy.object(), 0)) {
            var bytes = in.readAllBytes();
            transaction.executeWithoutResult(status -> audit.write(
                    taken.with("copy", Long.toString(copy.id())).with("charts", Integer.toString(copy.charts()))));
            return bytes;
        }
    }

    /// Copies that are old, or of an order that ended.
    private void forget() {
        var gone = db.sql("""
                        select c.* from standby_copy c join standby_order o on o.facility = c.facility
                         where o.ended_at is not null or c.made_at < now() - make_interval(days => ?) limit 100""").param(KEPT_DAYS).query(StandbyCopies::copy).list();
        for (var copy : gone) {
            transaction.executeWithoutResult(status -> {
                db.sql("delete from standby_copy where id = ?").param(copy.id()).update();
                objects.unname(copy.object());
            });
            objects.discard(copy.object());
        }
    }

    private static StandbyCopy copy(ResultSet row, int n) throws SQLException {
        return new StandbyCopy(
                row.getLong("id"),
                new FacilityId(row.getLong("facility")),
                row.getObject("made_at", OffsetDateTime.class),
                row.getObject("object", UUID.class),
                row.getLong("length"),
                row.getBytes("digest"),
                row.getInt("charts"),
                row.getInt("beyond"));
    }
}
