package hmnet.people.patients;

import hmnet.ground.gate.UntakenWords;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Says at the gate whether an individual number stands in what was typed (入力中の個人番号).
@Component
class IndividualNumberWords implements UntakenWords {
    /// Ids, digests and proofs with their time (`issuer.until.mac`), of which pages make fields and addresses: whole or
    /// within an address to return to.
    private static final Pattern MADE =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9]+\\.[0-9]+\\.)?[0-9a-f]{32,}");

    @Override
    public boolean stand(String words) {
        return MyNumber.standsIn(MADE.matcher(words).replaceAll("x"));
    }
}
