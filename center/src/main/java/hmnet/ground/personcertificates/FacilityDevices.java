package hmnet.ground.personcertificates;

import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which device is which facility's (施設の端末の登録): by its certificate, entered at the device by the facility's desk. No
/// word in the certificate says whose it is (A005), and none is a machine's that sends records.
@Component
public class FacilityDevices {
    private static final int LABEL_MAX = 60;
    private static final int MOST = 500;

    private static final String COLUMNS = """
            select id, label, subject, serial, not_after, registered_at, last_used_at from device_certificate
             where ended_at is null""";

    private final JdbcClient db;

    FacilityDevices(JdbcClient db) {
        this.db = db;
    }

    /// A device that stands.
    ///
    /// @param subject who the certificate says it is of; anything may stand there
    public record FacilityDevice(
            long id,
            String label,
            String subject,
            String serial,
            OffsetDateTime notAfter,
            OffsetDateTime registeredAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /// What came of entering a device.
    public enum DeviceEntry {
        ADDED,
        /// It is some facility's already, or a machine's.
        TAKEN,
        TOO_MANY
    }

    /// @param by who does it, as it stands in the log
    @Transactional(propagation = Propagation.MANDATORY)
    public DeviceEntry add(FacilityId facility, CertificateChain chain, String label, String by) {
        if (isMachine(chain)) {
            return DeviceEntry.TAKEN;
        }
        if (of(facility).size() >= MOST) {
            return DeviceEntry.TOO_MANY;
        }
        var added = db.sql("""
                        insert into device_certificate (fingerprint, facility, label, subject, issuer, serial, chain,
                                                        not_after, registered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        chain.fingerprint(),
                        facility.value(),
                        label.substring(
                                0,
                                label.offsetByCodePoints(
                                        0, Math.min(LABEL_MAX, label.codePointCount(0, label.length())))),
                        chain.subject(),
                        chain.issuer(),
                        chain.serial(),
                        chain.bytes(),
                        chain.notAfter(),
                        by)
                .update();
        return added == 1 ? DeviceEntry.ADDED : DeviceEntry.TAKEN;
    }

    /// Whether a facility's machine shows it, or ever did: that is no person's.
    public boolean isMachine(CertificateChain chain) {
        return db.sql("select exists (select from facility_certificate where fingerprint = ?)")
                .param(chain.fingerprint())
                .query(Boolean.class)
                .single();
    }

    /// Whose device it is, unless the facility has left.
    public Optional<FacilityId> owner(byte[] fingerprint) {
        return db.sql("""
                        select d.facility from device_certificate d join facility f on f.id = d.facility
                         where d.fingerprint = ? and d.ended_at is null
                           and (f.left_on is null or f.left_on > (now() at time zone 'Asia/Tokyo')::date)""").param(fingerprint).query(Long.class).optional().map(FacilityId::new);
    }

    public void used(byte[] fingerprint) {
        db.sql("update device_certificate set last_used_at = now() where fingerprint = ? and ended_at is null")
                .param(fingerprint)
                .update();
    }

    public List<FacilityDevice> of(FacilityId facility) {
        return db.sql(COLUMNS + " and facility = ? order by label, id limit 500")
                .param(facility.value())
                .query(FacilityDevices::device)
                .list();
    }

    /// Ends a device of a facility.
    ///
    /// @return its fingerprint; empty where there is none of theirs
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<byte[]> end(long id, FacilityId facility, String by) {
        return db.sql("""
                        update device_certificate set ended_at = now(), ended_by = ?
                         where id = ? and facility = ? and ended_at is null returning fingerprint""")
                .params(by, id, facility.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static FacilityDevice device(ResultSet row, int number) throws SQLException {
        return new FacilityDevice(
                row.getLong("id"),
                row.getString("label"),
                row.getString("subject"),
                row.getString("serial"),
                row.getObject("not_after", OffsetDateTime.class),
                row.getObject("registered_at", OffsetDateTime.class),
                row.getObject("last_used_at", OffsetDateTime.class));
    }
}
