package hmnet.consent;

import hmnet.directory.Requester;
import hmnet.identity.PersonId;
import hmnet.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Proof, carried by a form, that this member of staff just read this person's card (読取り証). Good for ten
/// minutes and for nobody else.
@Component
public class Tickets {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private final Keys keys;
    private final Clock clock;

    Tickets(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What a ticket says.
    ///
    /// @param how the card was shown: `card`, `typed` or `desk`
    /// @param issuer the hospital whose records alone the card opens, or 0 for all
    public record Ticket(PersonId person, String how, long issuer) {
        public Ticket(PersonId person, String how) {
            this(person, how, 0);
        }
    }

    public String write(Ticket ticket, Requester to) {
        var until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        var text = ticket.person() + "." + ticket.how() + "." + ticket.issuer() + "." + until;
        return text + "." + mac(text, to);
    }

    public Optional<Ticket> read(String written, Requester by) {
        var parts = written.split("\\.", -1);
        if (written.length() > 200 || parts.length != 5 || !parts[3].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        var expected = mac(parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3], by);
        var genuine = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), parts[4].getBytes(StandardCharsets.US_ASCII));
        var inTime = Long.parseLong(parts[3]) >= clock.instant().getEpochSecond();
        return genuine && inTime
                ? Optional.of(new Ticket(new PersonId(UUID.fromString(parts[0])), parts[1], Long.parseLong(parts[2])))
                : Optional.empty();
    }

    private String mac(String text, Requester holder) {
        var bound = text + "." + holder.staff().value();
        return HexFormat.of()
                .formatHex(keys.hash("card ticket").doFinal(bound.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
