package hmnet.office.issuing;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.Card;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.people.links.Person;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may issue to whom (発行と委任): the office to everybody; an association, with numbers of its own
/// range, to newcomers and to those it issued to itself.
@Component
class IssuingRights {
    private final JdbcClient db;
    private final Cards cards;

    IssuingRights(JdbcClient db, Cards cards) {
        this.db = db;
        this.cards = cards;
    }

    /// Nothing where somebody else issued to the person, or the association has no range.
    @Transactional
    public Optional<Card> issue(Person applicant, Requester by) {
        var prefix = prefix(by.facility());
        if (by.may(Right.OFFICE)) {
            return Optional.of(cards.issueFor(applicant, prefix.orElse(""), by));
        }
        var from = cards.issuedFrom(applicant);
        return prefix.isEmpty() || from.isPresent() && !from.get().equals(by.facility())
                ? Optional.empty()
                : Optional.of(cards.issueFor(applicant, prefix.get(), by));
    }

    /// The digits it was given last, as long as they have not ended.
    private Optional<String> prefix(FacilityId facility) {
        return db.sql("""
                        select prefix from (select prefix, until from issuing_range where facility = ?
                                             order by given_at desc, prefix limit 1) last
                         where coalesce(until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date""").param(facility.value()).query(String.class).optional();
    }
}
