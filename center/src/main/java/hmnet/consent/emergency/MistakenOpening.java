package hmnet.consent.emergency;

import hmnet.ground.directory.Requester;
import java.util.List;

/// Somebody who had opened an emergency door says that it was the wrong person (人違い). Told in the transaction that ends
/// the door.
///
/// @param opening as it ended
/// @param handed what hospitals had opened of it, which ended with it
public record MistakenOpening(EmergencyOpening opening, List<EmergencyOpening> handed, Requester by) {}
