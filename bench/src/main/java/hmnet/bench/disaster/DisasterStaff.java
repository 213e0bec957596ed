package hmnet.bench.disaster;

import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.Forms;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody of the staff in a disaster, signed in (災害時の職員), with what they do on the pages.
record DisasterStaff(Doctor signedIn) {
    private static final Pattern TICKET = Pattern.compile("name=\"card\" value=\"([^\"]*)\"");
    private static final String VIEWS = "/disaster/views/";

    HttpResponse<String> get(String path) throws IOException {
        return Forms.get(signedIn.http(), signedIn.url().resolve(path), signedIn.cookie());
    }

    /// Where a form leads; its status where it leads nowhere.
    String led(String path, Map<String, String> form) throws IOException {
        var answer = Forms.post(signedIn, path, form);
        return answer.headers().firstValue("Location").orElse(Integer.toString(answer.statusCode()));
    }

    /// The view of somebody who was found by reading and birth date; nothing where it does not open.
    Optional<String> open(String kana, String birth) throws IOException {
        var found = Forms.post(signedIn, "/disaster/search", Map.of("who", kana, "birth", birth));
        var ticket = TICKET.matcher(found.body());
        return found.statusCode() == 200 && ticket.find()
                ? Optional.of(led("/disaster/openings", Map.of("card", ticket.group(1))))
                        .filter(path -> path.startsWith(VIEWS))
                : Optional.empty();
    }
}
