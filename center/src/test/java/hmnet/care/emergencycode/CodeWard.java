package hmnet.care.emergencycode;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.cards.Cards.Card;
import hmnet.ground.keys.SigningKey;
import hmnet.ground.transparency.AuditSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/// A centre that has made codes (救急QRの試験の場).
abstract class CodeWard extends EmergencyWard {
    @Autowired
    protected CodeRows rows;

    @Autowired
    protected CodeEpochs epochs;

    @Autowired
    protected EmergencyCodes codes;

    @Autowired
    protected PublishedKeys published;

    @Autowired
    private AuditSettings network;

    /// A code and its text.
    protected record MadeCode(UUID id, String text) {}

    /// Made by somebody with a card, as the page would.
    protected MadeCode made(Card card, CodeWords words, int days) {
        var person = card.holder().id();
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.MINUTES);
        var until = at.plus(days, ChronoUnit.DAYS);
        return transaction.execute(status -> {
            var id = rows.draft(person, 1, 3, List.of(), words);
            var epoch = epochs.held().number();
            rows.make(id, epoch, at, until);
            return new MadeCode(id, text(id, words, at, until, epochs.signer(epoch)));
        });
    }

    protected String text(UUID id, CodeWords words, Instant at, Instant until, SigningKey signer) {
        return new SignedCode(network.origin(), PublishedKeys.bytes(id), at, until, words).text(signer);
    }
}
