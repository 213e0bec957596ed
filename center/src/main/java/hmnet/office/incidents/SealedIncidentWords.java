package hmnet.office.incidents;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the office writes of an incident (事案の言葉の封印): why it was opened, and the words of each step. Names and numbers
/// slip in; each opens for its own incident alone.
@Component
class SealedIncidentWords {
    private final FieldSeal seal;

    SealedIncidentWords(Keys keys) {
        this.seal = new FieldSeal(keys, "incidents");
    }

    byte[] seal(long patient, UUID person, String why) {
        return seal.seal(place(patient, person), why.getBytes(StandardCharsets.UTF_8));
    }

    String open(long patient, UUID person, byte[] why) {
        return new String(seal.open(place(patient, person), why), StandardCharsets.UTF_8);
    }

    byte[] seal(long incident, String step) {
        return seal.seal(place(incident), step.getBytes(StandardCharsets.UTF_8));
    }

    String open(long incident, byte[] step) {
        return new String(seal.open(place(incident), step), StandardCharsets.UTF_8);
    }

    private static String place(long patient, UUID person) {
        return "incident|" + patient + "|" + person;
    }

    private static String place(long incident) {
        return "incident_step|" + incident;
    }
}
