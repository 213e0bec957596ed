package hmnet.ground.cardsignin;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.CertificateChain;
import hmnet.ground.personcertificates.FacilityDevices;
import hmnet.ground.personcertificates.FacilityDevices.DeviceEntry;
import hmnet.ground.personcertificates.PersonCards;
import hmnet.ground.personcertificates.PersonCards.CardEntry;
import hmnet.ground.personcertificates.ShownCertificate.Professional;
import hmnet.ground.signin.Sessions;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registers cards and devices, and ends them with all that is open through them (証明書の登録と取消); each with its trace.
@Component
class CertificateEnrolments {
    private static final String CARD = "card";
    private static final String DEVICE = "device";

    private final PersonCards cards;
    private final FacilityDevices devices;
    private final Sessions sessions;
    private final Audit audit;

    CertificateEnrolments(PersonCards cards, FacilityDevices devices, Sessions sessions, Audit audit) {
        this.cards = cards;
        this.devices = devices;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Transactional
    CardEntry register(Requester holder, Professional card) {
        var entry = cards.add(holder, card);
        if (entry == CardEntry.ADDED) {
            write(holder, "added", CARD, card.chain().fingerprint(), holder.facility());
        }
        return entry;
    }

    @Transactional
    DeviceEntry register(Requester by, CertificateChain device, String label) {
        var entry = devices.add(by.facility(), device, label, by.actor().word());
        if (entry == DeviceEntry.ADDED) {
            write(by, "added", DEVICE, device.fingerprint(), by.facility());
        }
        return entry;
    }

    /// @return false where the card is not theirs
    @Transactional
    boolean endOwn(long card, Requester holder) {
        return ended(cards.end(card, holder), CARD, holder.facility(), holder);
    }

    /// A card of somebody at a facility. Whoever calls has asked whether they may.
    @Transactional
    boolean endCard(long card, FacilityId facility, Requester by) {
        return ended(cards.end(card, facility, by.actor().word()), CARD, facility, by);
    }

    /// A device of a facility. Whoever calls has asked whether they may.
    @Transactional
    boolean endDevice(long device, FacilityId facility, Requester by) {
        return ended(devices.end(device, facility, by.actor().word()), DEVICE, facility, by);
    }

    private boolean ended(Optional<byte[]> certificate, String kind, FacilityId facility, Requester by) {
        certificate.ifPresent(fingerprint -> {
            sessions.endOf(fingerprint);
            write(by, "ended", kind, fingerprint, facility);
        });
        return certificate.isPresent();
    }

    private void write(Requester by, String outcome, String kind, byte[] fingerprint, FacilityId facility) {
        audit.write(by.did(Action.SIGN_IN_CERTIFICATE, outcome)
                .with(Map.of(
                        "kind", kind,
                        "fingerprint", HexFormat.of().formatHex(fingerprint),
                        "facility", Long.toString(facility.value()))));
    }
}
