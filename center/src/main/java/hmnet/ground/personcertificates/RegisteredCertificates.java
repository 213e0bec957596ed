package hmnet.ground.personcertificates;

import hmnet.ground.personcertificates.ShownCertificate.Device;
import hmnet.ground.personcertificates.ShownCertificate.Professional;
import hmnet.ground.personcertificates.ShownCertificate.Refused;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether a certificate that somebody signed in with still counts (サインイン後の証明書の確認; A006).
@Component
public class RegisteredCertificates {
    private final JdbcClient db;
    private final PersonCertificates certificates;
    private final PersonCards cards;
    private final FacilityDevices devices;

    RegisteredCertificates(JdbcClient db, PersonCertificates certificates, PersonCards cards, FacilityDevices devices) {
        this.db = db;
        this.certificates = certificates;
        this.cards = cards;
        this.devices = devices;
    }

    /// Why it counts no more; empty while it does.
    public Optional<CertificateRefusal> objection(byte[] fingerprint) {
        var chain = db.sql("""
                        select chain from person_card where fingerprint = :fingerprint and ended_at is null
                        union all
                        select chain from device_certificate where fingerprint = :fingerprint and ended_at is null
                         limit 1""")
                .param("fingerprint", fingerprint)
                .query((row, number) -> CertificateChain.of(row.getBytes(1)))
                .optional();
        return chain.isEmpty()
                ? Optional.of(CertificateRefusal.NOT_REGISTERED)
                : switch (certificates.judge(chain.get())) {
                    case Refused(var refused, var why) -> Optional.of(why);
                    case Professional card -> objection(card);
                    case Device(var device) ->
                        devices.owner(device.fingerprint()).isPresent()
                                ? Optional.empty()
                                : Optional.of(CertificateRefusal.NOT_REGISTERED);
                };
    }

    /// Of a card in the hands of whom it is entered for.
    private Optional<CertificateRefusal> objection(Professional card) {
        var holder = cards.holder(card.chain().fingerprint());
        if (holder.isEmpty()) {
            return Optional.of(CertificateRefusal.NOT_REGISTERED);
        }
        return card.professions().contains(holder.get().profession())
                ? Optional.empty()
                : Optional.of(CertificateRefusal.OTHER_PROFESSION);
    }
}
