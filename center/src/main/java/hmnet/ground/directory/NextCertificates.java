package hmnet.ground.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register's part in it that a facility's machine registers its next certificate (次の証明書の台帳). Who may,
/// `ground.certificates` decides.
@Component
public class NextCertificates {
    private static final String COLUMNS =
            "select facility, fingerprint, waits, ended_at is not null as ended, certificate from facility_certificate";

    private final JdbcClient db;

    NextCertificates(JdbcClient db) {
        this.db = db;
    }

    /// One that is in the register, whoever's it is.
    ///
    /// @param certificate its DER form where the centre issued it, or null
    public record RegisteredCertificate(
            FacilityId facility, byte[] fingerprint, boolean waits, boolean ended, byte @Nullable [] certificate) {}

    /// What is registered.
    ///
    /// @param key SHA-256 of the public key
    /// @param with fingerprint of the one that the machine showed
    /// @param issued its DER form where the centre issued it, or null
    public record NewCertificate(
            byte[] fingerprint,
            String serial,
            OffsetDateTime notAfter,
            byte[] key,
            byte[] with,
            boolean waits,
            byte @Nullable [] issued) {}

    /// No other next certificate of this facility is registered before this transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(FacilityId facility) {
        db.sql("select id from facility where id = ? for no key update")
                .param(facility.value())
                .query(row -> {});
    }

    /// Notes the key of a registered certificate, so that no other one is registered with it.
    @Transactional
    public void noteKey(byte[] fingerprint, byte[] key) {
        db.sql("update facility_certificate set key_digest = ? where fingerprint = ? and key_digest is null")
                .params(key, fingerprint)
                .update();
    }

    public Optional<RegisteredCertificate> of(byte[] fingerprint) {
        return db.sql(COLUMNS + " where fingerprint = ?")
                .param(fingerprint)
                .query(NextCertificates::read)
                .optional();
    }

    /// The newest that has this key, whoever's it is.
    public Optional<RegisteredCertificate> ofKey(byte[] key) {
        return db.sql(COLUMNS + " where key_digest = ? order by registered_at desc limit 1")
                .param(key)
                .query(NextCertificates::read)
                .optional();
    }

    /// How many of those that the facility's machines registered have neither ended nor run out.
    public long open(FacilityId facility) {
        return db.sql("""
                        select count(*) from facility_certificate
                         where facility = ? and registered_with is not null and ended_at is null and not_after > now()""").param(facility.value()).query(Long.class).single();
    }

    /// @param by who registers it, as the log writes it
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(FacilityId facility, NewCertificate next, String by) {
        db.sql("""
                        insert into facility_certificate
                               (fingerprint, facility, serial, not_after, registered_by, key_digest, registered_with,
                                waits, certificate)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(next.fingerprint(), facility.value(), next.serial(), next.notAfter(), by, next.key())
                .params(next.with(), next.waits())
                .param(next.issued())
                .update();
    }

    /// Ends those that this one came after: the one it was registered with, and those before that.
    ///
    /// @return how many ended
    @Transactional(propagation = Propagation.MANDATORY)
    public int endFormer(FacilityId facility, byte[] fingerprint, String by) {
        return db.sql("""
                        with recursive former (fingerprint) as (
                            select registered_with from facility_certificate where fingerprint = :own and facility = :facility
                            union
                            select c.registered_with from facility_certificate c join former f on c.fingerprint = f.fingerprint
                        )
                        update facility_certificate set ended_at = now(), ended_by = :by, ended_why = 'replaced'
                         where fingerprint in (select fingerprint from former) and facility = :facility
                           and ended_at is null""")
                .param("own", fingerprint)
                .param("facility", facility.value())
                .param("by", by)
                .update();
    }

    private static RegisteredCertificate read(ResultSet row, int number) throws SQLException {
        return new RegisteredCertificate(
                new FacilityId(row.getLong("facility")),
                row.getBytes("fingerprint"),
                row.getBoolean("waits"),
                row.getBoolean("ended"),
                row.getBytes("certificate"));
    }
}
