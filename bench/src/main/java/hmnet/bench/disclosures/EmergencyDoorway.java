package hmnet.bench.disclosures;

import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.Forms;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A doctor of an emergency room who opens a door by what somebody said at the scene (救急の入口を開く医師), through the pages.
record EmergencyDoorway(Doctor doctor) {
    private static final Pattern TICKET = Pattern.compile("name=\"card\" value=\"([^\"]*)\"");

    /// The search by which a card is read.
    static String search(String qr) {
        return Forms.encoded(Map.of("who", qr));
    }

    /// The view that stands open from now on; nothing where the door does not open.
    Optional<String> open(String qr) throws IOException {
        var found = Forms.post(doctor, "/emergency/search", Map.of("who", qr));
        var ticket = TICKET.matcher(found.body());
        if (found.statusCode() != 200 || !ticket.find()) {
            return Optional.empty();
        }
        var opened = Forms.post(
                doctor,
                "/emergency/openings",
                Map.of("card", ticket.group(1), "door", "scene-consent", "giver", "patient"));
        return opened.headers().firstValue("Location").filter(path -> path.startsWith("/emergency/views/"));
    }
}
