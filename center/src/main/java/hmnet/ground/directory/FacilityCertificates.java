package hmnet.ground.directory;

import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The certificates that facilities' machines show (施設証明書の台帳), and their end. The machines' port asks at each
/// request, and remembers for two seconds at most.
@Component
public class FacilityCertificates {
    private final JdbcClient db;

    FacilityCertificates(JdbcClient db) {
        this.db = db;
    }

    /// A registered certificate.
    ///
    /// @param fingerprint SHA-256 of its DER form, in hexadecimal
    /// @param registeredBy `centre`, or `facility:N` that registered it itself
    /// @param registeredWith the one that the facility showed then, in hexadecimal; empty for those of the centre
    /// @param waits whether it lets nobody in before an operator has agreed
    /// @param endedAt since when it counts no more, or null
    public record FacilityCertificate(
            String fingerprint,
            String serial,
            OffsetDateTime notAfter,
            OffsetDateTime registeredAt,
            String registeredBy,
            String registeredWith,
            boolean waits,
            @Nullable OffsetDateTime endedAt,
            String endedWhy) {
        /// Whether it lets its facility in, or may once it is agreed to.
        public boolean counts() {
            return endedAt == null;
        }
    }

    /// The newest first.
    public List<FacilityCertificate> of(FacilityId facility) {
        return db.sql("""
                        select fingerprint, serial, not_after, registered_at, registered_by, registered_with, waits,
                               ended_at, ended_why
                          from facility_certificate where facility = ?
                         order by registered_at desc, fingerprint limit 200""")
                .param(facility.value())
                .query((row, number) -> new FacilityCertificate(
                        HexFormat.of().formatHex(row.getBytes("fingerprint")),
                        row.getString("serial"),
                        row.getObject("not_after", OffsetDateTime.class),
                        row.getObject("registered_at", OffsetDateTime.class),
                        row.getString("registered_by"),
                        hex(row.getBytes("registered_with")),
                        row.getBoolean("waits"),
                        row.getObject("ended_at", OffsetDateTime.class),
                        row.getString("ended_why")))
                .list();
    }

    private static String hex(byte @Nullable [] fingerprint) {
        return fingerprint == null ? "" : HexFormat.of().formatHex(fingerprint);
    }

    /// Those that machines registered lately or that wait, of one facility or of all; the newest first.
    public List<SelfRegistration> byMachines(@Nullable FacilityId facility, OffsetDateTime since) {
        return db.sql("""
                        select facility, fingerprint, not_after, registered_at, waits from facility_certificate
                         where registered_with is not null and ended_at is null and (waits or registered_at > ?)
                           and (?::bigint is null or facility = ?)
                         order by registered_at desc limit 200""")
                .param(since)
                .param(facility == null ? null : facility.value())
                .param(facility == null ? null : facility.value())
                .query((row, number) -> new SelfRegistration(
                        new FacilityId(row.getLong("facility")),
                        hex(row.getBytes("fingerprint")),
                        row.getObject("not_after", OffsetDateTime.class),
                        row.getObject("registered_at", OffsetDateTime.class),
                        row.getBoolean("waits")))
                .list();
    }

    /// One that a facility's machine registered itself, and that counts or waits (施設の機器による登録).
    public record SelfRegistration(
            FacilityId facility, String fingerprint, OffsetDateTime notAfter, OffsetDateTime at, boolean waits) {}

    /// One that waits lets its facility in from now on; false where none waits.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean agree(FacilityId facility, String fingerprint) {
        return db.sql("""
                        update facility_certificate set waits = false
                         where facility = ? and encode(fingerprint, 'hex') = ? and waits and ended_at is null""").params(facility.value(), fingerprint).update() == 1;
    }

    /// All that were registered with this one, and with those again: whoever had its key may have made them.
    ///
    /// @return how many ended
    @Transactional(propagation = Propagation.MANDATORY)
    public int endRegisteredWith(FacilityId facility, String fingerprint, String why, String by) {
        return db.sql("""
                        with recursive grown (fingerprint) as (
                            select fingerprint from facility_certificate
                             where facility = :facility and encode(registered_with, 'hex') = :first
                            union
                            select c.fingerprint from facility_certificate c join grown g on c.registered_with = g.fingerprint
                        )
                        update facility_certificate set ended_at = now(), ended_by = :by, ended_why = :why
                         where fingerprint in (select fingerprint from grown) and ended_at is null""")
                .param("facility", facility.value())
                .param("first", fingerprint)
                .param("by", by)
                .param("why", why)
                .update();
    }

    /// One of a facility ends for good; false where it has no such certificate that counts.
    ///
    /// @param by who ended it, as the log writes it
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(FacilityId facility, String fingerprint, String why, String by) {
        return db.sql("""
                        update facility_certificate set ended_at = now(), ended_by = ?, ended_why = ?
                         where facility = ? and encode(fingerprint, 'hex') = ? and ended_at is null""").params(by, why, facility.value(), fingerprint).update() == 1;
    }

    /// All of a facility end.
    ///
    /// @return how many
    @Transactional(propagation = Propagation.MANDATORY)
    public int endAll(FacilityId facility, String why, String by) {
        return db.sql("""
                        update facility_certificate set ended_at = now(), ended_by = ?, ended_why = ?
                         where facility = ? and ended_at is null""").params(by, why, facility.value()).update();
    }
}
