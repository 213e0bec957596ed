package hmnet.people.patients;

import hmnet.ground.gate.UntakenWords;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Says at the gate whether an individual number stands in what was typed (入力中の個人番号).
@Component
class IndividualNumberWords implements UntakenWords {
    /// Ids and digests, of which pages make their fields.
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}");

    @Override
    public boolean stand(String words) {
        return !ID.matcher(words).matches() && MyNumber.standsIn(words);
    }
}
