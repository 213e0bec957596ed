package hmnet.ground.personcertificates;

import hmnet.formats.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What carries a certificate from its port to the pages (証明書の受け渡し票): random, kept by its hash, good for a few minutes
/// and for one act of the kind it was shown for. The certificate is judged again whenever its ticket is read.
@Component
public class CertificateTickets {
    /// So many may stand open at once; a flood fills no disk.
    private static final int OPEN_MOST = 5_000;

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final PersonCertificates certificates;

    CertificateTickets(JdbcClient db, PersonCertificates certificates) {
        this.db = db;
        this.certificates = certificates;
    }

    /// A ticket for a certificate, in place of an earlier one for it; nothing while too many stand open.
    ///
    /// @param way what it was shown for: the ticket is good for nothing else
    /// @param minutes for how long
    @Transactional
    public Optional<String> open(CertificateChain chain, String way, int minutes) {
        sweep();
        var full = db.sql("select count(*) >= ? from certificate_ticket")
                .param(OPEN_MOST)
                .query(Boolean.class)
                .single();
        if (full) {
            return Optional.empty();
        }
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        db.sql("""
                        insert into certificate_ticket (fingerprint, ticket, chain, way, ends_at)
                        values (?, ?, ?, ?, now() + make_interval(mins => ?))
                        on conflict (fingerprint) do update
                           set ticket = excluded.ticket, chain = excluded.chain, way = excluded.way,
                               ends_at = excluded.ends_at""")
                .params(chain.fingerprint(), hash(ticket), chain.bytes(), way, minutes)
                .update();
        return Optional.of(ticket);
    }

    /// What the certificate of a ticket is worth now; empty where there is none for this way in, or no longer.
    public Optional<ShownCertificate> read(String ticket, String way) {
        return db.sql("select chain from certificate_ticket where ticket = ? and way = ? and ends_at > now()")
                .params(hash(ticket), way)
                .query(CertificateTickets::chain)
                .optional()
                .map(certificates::judge);
    }

    /// The same, and the ticket is used up.
    public Optional<ShownCertificate> take(String ticket, String way) {
        return db.sql("delete from certificate_ticket where ticket = ? and way = ? and ends_at > now() returning chain")
                .params(hash(ticket), way)
                .query(CertificateTickets::chain)
                .optional()
                .map(certificates::judge);
    }

    private static CertificateChain chain(ResultSet row, int number) throws SQLException {
        return CertificateChain.of(row.getBytes("chain"));
    }

    private void sweep() {
        db.sql("delete from certificate_ticket where ends_at <= now()").update();
    }

    private static byte[] hash(String ticket) {
        return Sha256.of(ticket.getBytes(StandardCharsets.UTF_8));
    }
}
