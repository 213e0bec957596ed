package hmnet.people.links;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Why two persons were said to be one, or not, sealed to the two (結合の理由の封印): the office writes it, and names slip in.
@Component
public class SealedJoinReasons {
    private final FieldSeal seal;

    public SealedJoinReasons(Keys keys) {
        this.seal = new FieldSeal(keys, "joins of persons");
    }

    byte[] seal(UUID person, UUID other, String why) {
        return seal.seal(place(person, other), why.getBytes(StandardCharsets.UTF_8));
    }

    public String open(UUID person, UUID other, byte[] why) {
        return new String(seal.open(place(person, other), why), StandardCharsets.UTF_8);
    }

    private static String place(UUID person, UUID other) {
        return "same_person_event|" + person + "|" + other;
    }
}
