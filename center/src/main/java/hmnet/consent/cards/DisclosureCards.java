package hmnet.consent.cards;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 開示カード: a hospital's own card, which opens the records of that hospital only, under a consent of its
/// own; and its exchange for an HM card (開示カードの切替).
@Component
public class DisclosureCards {
    private final JdbcClient db;
    private final CardRows rows;
    private final Cards cards;
    private final Consents consents;
    private final Audit audit;

    DisclosureCards(JdbcClient db, CardRows rows, Cards cards, Consents consents, Audit audit) {
        this.db = db;
        this.rows = rows;
        this.cards = cards;
        this.consents = consents;
        this.audit = audit;
    }

    /// Takes down a card that a hospital gave out, with the consent that came with it.
    ///
    /// @return false where the number is somebody else's, or of a card that works no more
    @Transactional
    public boolean register(PersonId person, CardCode code, FacilityId issuer, String how, Requester by) {
        if (!rows.addDisclosure(person, code, issuer, by.actor()) && !rows.holds(person, code)) {
            return false;
        }
        consents.endChoice(consents.held(person));
        db.sql("""
                        insert into disclosure_consent (person, facility, state, how, by, since)
                        values (?, ?, ?, ?, ?, clock_timestamp())
                            on conflict (person, facility) do update
                           set state = excluded.state, how = excluded.how, since = excluded.since, by = excluded.by""")
                .params(
                        person.value(),
                        issuer.value(),
                        ConsentState.GIVEN.word(),
                        how,
                        by.actor().word())
                .update();
        audit.write(StaffTrace.of(
                Action.CARD_ISSUED,
                by,
                person,
                "issued",
                Map.of("kind", CardKind.DISCLOSURE.word(), "facility", Long.toString(issuer.value()))));
        return true;
    }

    /// Takes the hospital's own consent back: its card opens nothing from now on. Waits for charts of the person
    /// that are open, and holds for everything opened after its commit.
    ///
    /// @return whether one was given until now
    @Transactional
    public boolean withdraw(PersonId person, FacilityId issuer, Requester by) {
        var held = consents.held(person);
        var withdrawn = db.sql("""
                        update disclosure_consent set state = ?, since = clock_timestamp(), by = ?
                         where person = ? and facility = ? and state = ?""")
                        .params(
                                ConsentState.WITHDRAWN.word(),
                                by.actor().word(),
                                person.value(),
                                issuer.value(),
                                ConsentState.GIVEN.word())
                        .update()
                == 1;
        if (withdrawn) {
            consents.endChoice(held);
            audit.write(StaffTrace.of(
                    Action.CONSENT_WITHDRAWN,
                    by,
                    person,
                    ConsentState.WITHDRAWN.word(),
                    Map.of("facility", Long.toString(issuer.value()))));
        }
        return withdrawn;
    }

    /// One act: an HM card, a consent asked for anew, and a last day for the old card, which until then opens
    /// what it opened before.
    @Transactional
    public Cards.Card exchange(
            Person holder,
            FacilityId issuer,
            ConsentChoice choice,
            String how,
            String noticeVersion,
            LocalDate oldCardUntil,
            Requester by) {
        var card = cards.reissue(holder, "migrated", by);
        consents.record(holder.id(), choice, how, noticeVersion, by);
        rows.phaseOut(holder.id(), issuer, oldCardUntil);
        audit.write(StaffTrace.of(
                Action.CARD_EXCHANGED,
                by,
                holder.id(),
                "exchanged",
                Map.of("facility", Long.toString(issuer.value()), "until", oldCardUntil.toString())));
        return card;
    }
}
