package hmnet.ground.approval;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What was proposed, why and on what view, as one value of its row (提案の封印): people write the reasons, and a name or a
/// number slips in. It opens for its own subject and proposer alone.
final class SealedProposals {
    private static final String BREAK = "\u001F";
    private static final int WORDS = 3;
    private final FieldSeal seal;

    SealedProposals(Keys keys) {
        this.seal = new FieldSeal(keys, "proposals");
    }

    /// @param what without the character that parts the words
    record ProposedWords(String what, long asOf, String why) {}

    byte[] seal(Subject subject, long proposer, ProposedWords said) {
        var text = String.join(BREAK, said.what(), Long.toString(said.asOf()), said.why());
        return seal.seal(place(subject, proposer), text.getBytes(StandardCharsets.UTF_8));
    }

    ProposedWords open(Subject subject, long proposer, byte[] sealed) {
        var text = new String(seal.open(place(subject, proposer), sealed), StandardCharsets.UTF_8);
        var words = List.of(text.split(BREAK, WORDS));
        return new ProposedWords(words.get(0), Long.parseLong(words.get(1)), words.get(2));
    }

    private static String place(Subject subject, long proposer) {
        return "approval|" + subject.kind() + "|" + subject.key() + "|" + proposer;
    }
}
