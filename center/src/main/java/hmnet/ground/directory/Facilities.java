package hmnet.ground.directory;

import static java.util.stream.Collectors.toMap;

import hmnet.ground.database.Recent;
import hmnet.ground.routes.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register of facilities (参加施設台帳) and of the certificates their machines show.
@Component
public class Facilities {
    private static final int LOCK_SPACE = 7006;
    private static final String COLUMNS = """
            select id, code, kind, name, kana, phone, address, direction, card_kinds, patient_list,
                   case when records_end and left_on <= (now() at time zone 'Asia/Tokyo')::date
                        then coalesce(disclosure_stopped_at, left_on::timestamp at time zone 'Asia/Tokyo')
                        else disclosure_stopped_at end as disclosure_stopped_at,
                   coalesce(records_end and left_on <= (now() at time zone 'Asia/Tokyo')::date, false) as records_ended
              from facility""";

    private final JdbcClient db;
    private final Recent<Map<FacilityId, Facility>> known;

    Facilities(JdbcClient db) {
        this.db = db;
        this.known = new Recent<>(() -> all().stream().collect(toMap(Facility::id, facility -> facility)));
    }

    /// As it stood at most two seconds ago.
    public Facility get(FacilityId id) {
        var recent = known.get().get(id);
        return recent == null ? read(id) : recent;
    }

    private Facility read(FacilityId id) {
        return db.sql(COLUMNS + " where id = ?")
                .param(id.value())
                .query(Facilities::read)
                .single();
    }

    /// The facility with this 医療機関コード today, or the one that had it last.
    public Optional<Facility> byCode(String code) {
        return db.sql(COLUMNS + " where code = ?")
                .param(code)
                .query(Facilities::read)
                .optional()
                .or(() -> formerly(code));
    }

    /// The facility that a page is about: the reader's own; an operator may name another by its code.
    public Optional<Facility> shown(@Nullable String code, Requester by) {
        return code == null || !by.may(Right.OPERATE) ? Optional.of(get(by.facility())) : byCode(code.strip());
    }

    private Optional<Facility> formerly(String code) {
        return db.sql(COLUMNS + " where id = " + """
                        (select facility from facility_attributes
                          where code = ? and since <= (now() at time zone 'Asia/Tokyo')::date
                          order by since desc limit 1)""")
                .param(code)
                .query(Facilities::read)
                .optional();
    }

    public List<Facility> all() {
        return db.sql(COLUMNS + " order by kind, id limit 5000")
                .query(Facilities::read)
                .list();
    }

    /// The facility that registered this certificate (SHA-256 of its DER form), if it still counts.
    public Optional<FacilityId> byCertificate(byte[] fingerprint) {
        return db.sql("""
                        select c.facility
                          from facility_certificate c join facility f on f.id = c.facility
                         where c.fingerprint = ? and c.ended_at is null and not c.waits
                           and (f.left_on is null or f.left_on > (now() at time zone 'Asia/Tokyo')::date)""").param(fingerprint).query(Long.class).optional().map(FacilityId::new);
    }

    /// Whether a code is, was or is to be another facility's. Codes are given one at a time in the whole centre,
    /// until the transaction ends.
    boolean taken(String code, FacilityId by) {
        db.sql("select pg_advisory_xact_lock(?, 0)").param(LOCK_SPACE).query(row -> {});
        return db.sql("select exists (select from facility_attributes where code = ? and facility <> ?)")
                .params(code, by.value())
                .query(Boolean.class)
                .single();
    }

    /// Registers a facility as it takes part from today, under a code that nobody else has, had or is to have.
    @Transactional
    public FacilityId register(Facility facility, String owner) {
        if (taken(facility.code(), new FacilityId(0))) {
            throw new IllegalArgumentException("The code " + facility.code() + " is another facility's");
        }
        var id = db.sql("""
                        insert into facility (code, kind, name, kana, phone, address, direction, card_kinds, patient_list)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        facility.code(),
                        facility.kind().word(),
                        facility.name(),
                        facility.kana(),
                        facility.phone(),
                        facility.address(),
                        facility.direction().word(),
                        facility.cardKinds(),
                        facility.patientList())
                .query(Long.class)
                .single();
        db.sql("""
                        insert into facility_attributes (facility, since, code, name, owner)
                        values (?, (now() at time zone 'Asia/Tokyo')::date, ?, ?, ?)""").params(id, facility.code(), facility.name(), owner).update();
        return new FacilityId(id);
    }

    public void registerCertificate(FacilityId facility, byte[] fingerprint, String serial, OffsetDateTime notAfter) {
        db.sql("""
                        insert into facility_certificate (fingerprint, facility, serial, not_after)
                        values (?, ?, ?, ?) on conflict do nothing""").params(fingerprint, facility.value(), serial, notAfter).update();
    }

    /// Stops or resumes all disclosure of a facility in one act; every chart opened two seconds after it is
    /// committed obeys, on each node. Its owner, `office.stops`, asks who may and writes the trace.
    public void stopDisclosure(FacilityId facility, boolean stop) {
        db.sql("update facility set disclosure_stopped_at = case when ? then now() end where id = ?")
                .params(stop, facility.value())
                .update();
        known.forget();
    }

    /// When a facility leaves, and whether its records are shown no more from then on (脱退).
    ///
    /// @param out whether that day has come
    public record FacilityEnd(FacilityId facility, LocalDate leftOn, boolean recordsEnd, boolean out) {}

    /// All that leave or left.
    public List<FacilityEnd> ends() {
        return db.sql("""
                        select id, left_on, records_end, left_on <= (now() at time zone 'Asia/Tokyo')::date as out
                          from facility where left_on is not null order by left_on, id limit 5000""")
                .query((row, number) -> new FacilityEnd(
                        new FacilityId(row.getLong("id")),
                        row.getObject("left_on", LocalDate.class),
                        row.getBoolean("records_end"),
                        row.getBoolean("out")))
                .list();
    }

    /// Its people and machines are out from that day on. Whoever calls asks who may, and writes the trace.
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(FacilityId facility, LocalDate leftOn, boolean recordsEnd) {
        db.sql("update facility set left_on = ?, records_end = ? where id = ?")
                .params(leftOn, recordsEnd, facility.value())
                .update();
        known.forget();
    }

    /// As if it had never been said that it leaves.
    @Transactional(propagation = Propagation.MANDATORY)
    public void stay(FacilityId facility) {
        db.sql("update facility set left_on = null, records_end = false where id = ?")
                .param(facility.value())
                .update();
        known.forget();
    }

    /// After what a facility is called has changed.
    void forget() {
        known.forget();
    }

    private static Facility read(ResultSet row, int number) throws SQLException {
        return new Facility(
                new FacilityId(row.getLong("id")),
                row.getString("code"),
                FacilityKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("kana"),
                row.getString("phone"),
                row.getString("address"),
                Direction.of(row.getString("direction")),
                row.getString("card_kinds"),
                row.getBoolean("patient_list"),
                row.getObject("disclosure_stopped_at", OffsetDateTime.class),
                row.getBoolean("records_ended"));
    }
}
