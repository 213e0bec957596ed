package hmnet.consent.cards;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// HM cards in the residents' app (アプリのHMカード): made and ended by the resident, shown as codes that last
/// a minute. Counters read them by `Cards`, like a printed card.
@Component
public class AppCards {
    private final CardRows rows;
    private final AppCardCodes codes;
    private final AppCardSettings settings;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    AppCards(CardRows rows, AppCardCodes codes, AppCardSettings settings, Audit audit) {
        this.rows = rows;
        this.codes = codes;
        this.settings = settings;
        this.audit = audit;
    }

    /// What a telephone shows.
    ///
    /// @param text what the QR says
    /// @param until the moment from which nobody reads it any more
    public record ShownCode(String text, OffsetDateTime until) {}

    /// Where a code that was shown was read.
    public record ReadCode(OffsetDateTime at, FacilityId facility) {}

    /// For how long a code can be read.
    public Duration good() {
        return settings.good();
    }

    /// Whether the person whose page is open has a card in the app.
    public boolean has(ResidentCaller resident) {
        return rows.hasApp(person(resident));
    }

    /// Makes one where there is none.
    @Transactional
    public void make(ResidentCaller resident) {
        if (rows.addApp(person(resident), CardNumber.random(random), resident.actor())) {
            audit.write(resident.did(Action.CARD_ISSUED, "issued").with("why", CardCode.APP));
        }
    }

    /// Ends it: what was shown of it is worth nothing from now on. Printed cards keep working.
    @Transactional
    public boolean end(ResidentCaller resident) {
        var ended = rows.endApp(person(resident), resident.actor());
        if (ended) {
            audit.write(resident.did(Action.CARD_ENDED, "ended").with("why", CardCode.APP));
        }
        return ended;
    }

    /// The next code, bound to the session that shows it; nothing where there is no card, or too many were
    /// shown.
    ///
    /// @param session the hash of the session's token
    @Transactional
    public Optional<ShownCode> show(ResidentCaller resident, byte[] session) {
        audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "card"));
        return codes.show(person(resident), session);
    }

    /// Where the last code that this session showed was read, within ten minutes.
    public Optional<ReadCode> lastRead(ResidentCaller resident, byte[] session) {
        return codes.lastRead(person(resident), session);
    }

    private static PersonId person(ResidentCaller resident) {
        return new PersonId(resident.person());
    }
}
