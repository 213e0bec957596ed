package hmnet.consent.counter;

import hmnet.ground.directory.Requester;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Proof, carried by a form, of how one counter's page has just found this person (読取り証). Good for ten
/// minutes, for nobody else, and for no other counter's page: each has its own word and says which it takes.
@Component
public class Tickets {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private final Keys keys;
    private final Clock clock;

    public Tickets(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What a ticket says.
    ///
    /// @param how `card` or `typed` where a card was shown at a counter; else the word of the page that found
    ///     the person: `desk`, `consent`, `protection`, `people`, `exchange`, `disclosure`, `my-number-card`
    /// @param issuer the hospital whose records alone the card opens, or 0 for all
    public record Ticket(PersonId person, String how, long issuer) {
        public Ticket(PersonId person, String how) {
            this(person, how, 0);
        }
    }

    public String write(Ticket ticket, Requester to) {
        var until = clock.instant().plus(GOOD_FOR).toEpochMilli();
        var text = ticket.person() + "." + ticket.how() + "." + ticket.issuer() + "." + until;
        return text + "." + mac(text, to);
    }

    /// @param how what the page takes; another counter's proof is none
    public Optional<Ticket> read(String written, Requester by, Set<String> how) {
        var parts = written.split("\\.", -1);
        if (written.length() > 200 || parts.length != 5 || !parts[3].matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        var expected = mac(parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3], by);
        var genuine = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), parts[4].getBytes(StandardCharsets.US_ASCII));
        var inTime = Long.parseLong(parts[3]) >= clock.millis();
        return genuine && inTime && how.contains(parts[1])
                ? Optional.of(new Ticket(new PersonId(UUID.fromString(parts[0])), parts[1], Long.parseLong(parts[2])))
                : Optional.empty();
    }

    /// When a ticket was written that has just been read: when the page found the person.
    public static Instant writtenAt(String read) {
        return Instant.ofEpochMilli(Long.parseLong(read.split("\\.", -1)[3])).minus(GOOD_FOR);
    }

    private String mac(String text, Requester holder) {
        var bound = text + "." + holder.staff().value();
        return HexFormat.of()
                .formatHex(keys.hash("card ticket").doFinal(bound.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
