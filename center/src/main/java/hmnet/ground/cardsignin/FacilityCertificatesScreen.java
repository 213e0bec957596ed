package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.OwnCertificatesScreen.FoundCertificate;
import hmnet.ground.personcertificates.FacilityDevices.FacilityDevice;
import hmnet.ground.personcertificates.PersonCards.PersonCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The devices of a facility and the cards of its people (施設の端末とカードの画面).
///
/// @param problem a key of what went wrong, or null
/// @param done a word of what was done, or null
/// @param facility its name
/// @param code its code
/// @param chooses whether the reader may look at any facility
/// @param own whether it is the reader's own, for which devices are registered
/// @param found a device's certificate that was just shown and may be registered, or null
/// @param door where a certificate is shown; null where there is no such port
record FacilityCertificatesScreen(
        @Nullable String problem,
        @Nullable String done,
        String facility,
        String code,
        boolean chooses,
        boolean own,
        List<FacilityDevice> devices,
        List<PersonCard> cards,
        @Nullable FoundCertificate found,
        @Nullable String door) {}
