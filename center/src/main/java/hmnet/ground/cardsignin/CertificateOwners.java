package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.CertificateVerdict.DevicePlace;
import hmnet.ground.cardsignin.CertificateVerdict.Nobody;
import hmnet.ground.cardsignin.CertificateVerdict.ProvenHolder;
import hmnet.ground.directory.Facilities;
import hmnet.ground.personcertificates.CertificateChain;
import hmnet.ground.personcertificates.CertificateRefusal;
import hmnet.ground.personcertificates.FacilityDevices;
import hmnet.ground.personcertificates.PersonCards;
import hmnet.ground.personcertificates.ShownCertificate;
import hmnet.ground.personcertificates.ShownCertificate.Device;
import hmnet.ground.personcertificates.ShownCertificate.Professional;
import hmnet.ground.personcertificates.ShownCertificate.Refused;
import org.springframework.stereotype.Component;

/// Finds whose a certificate is (証明書の持ち主の確認): by what was registered, never by a name in it.
@Component
class CertificateOwners {
    private final PersonCards cards;
    private final FacilityDevices devices;
    private final Facilities facilities;

    CertificateOwners(PersonCards cards, FacilityDevices devices, Facilities facilities) {
        this.cards = cards;
        this.devices = devices;
        this.facilities = facilities;
    }

    CertificateVerdict of(ShownCertificate shown) {
        return switch (shown) {
            case Refused(var chain, var why) -> new Nobody(chain, why);
            case Professional card -> holder(card);
            case Device(var chain) -> place(chain);
        };
    }

    private CertificateVerdict holder(Professional card) {
        var person = cards.holder(card.chain().fingerprint());
        if (person.isEmpty()) {
            return new Nobody(card.chain(), CertificateRefusal.NOT_REGISTERED);
        }
        return card.professions().contains(person.get().profession())
                ? new ProvenHolder(person.get(), card.chain())
                : new Nobody(card.chain(), CertificateRefusal.OTHER_PROFESSION);
    }

    private CertificateVerdict place(CertificateChain chain) {
        if (devices.isMachine(chain)) {
            return new Nobody(chain, CertificateRefusal.MACHINE);
        }
        return devices.owner(chain.fingerprint())
                .<CertificateVerdict>map(facility -> new DevicePlace(facilities.get(facility), chain))
                .orElseGet(() -> new Nobody(chain, CertificateRefusal.NOT_REGISTERED));
    }
}
