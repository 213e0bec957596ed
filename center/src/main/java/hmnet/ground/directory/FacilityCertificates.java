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
    /// @param endedAt since when it counts no more, or null
    public record FacilityCertificate(
            String fingerprint,
            String serial,
            OffsetDateTime notAfter,
            OffsetDateTime registeredAt,
            String registeredBy,
            @Nullable OffsetDateTime endedAt,
            String endedWhy) {}

    /// The newest first.
    public List<FacilityCertificate> of(FacilityId facility) {
        return db.sql("""
                        select fingerprint, serial, not_after, registered_at, registered_by, ended_at, ended_why
                          from facility_certificate where facility = ?
                         order by registered_at desc, fingerprint limit 200""")
                .param(facility.value())
                .query((row, number) -> new FacilityCertificate(
                        HexFormat.of().formatHex(row.getBytes("fingerprint")),
                        row.getString("serial"),
                        row.getObject("not_after", OffsetDateTime.class),
                        row.getObject("registered_at", OffsetDateTime.class),
                        row.getString("registered_by"),
                        row.getObject("ended_at", OffsetDateTime.class),
                        row.getString("ended_why")))
                .list();
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
