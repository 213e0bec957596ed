package hmnet.bench.rehearsal;

import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.DisclosureCards;
import hmnet.consent.consents.Consents;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.decisions.Standings;
import hmnet.consent.protection.ProtectionEnding;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.database.Accounts;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Staff;
import hmnet.ground.keys.Keys;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.arrivals.MatchRound;
import hmnet.people.arrivals.Reviews;
import hmnet.people.links.FacilityMerges;
import hmnet.people.links.LinkRows;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.Patients;
import hmnet.people.patients.SealedNumbers;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The doors through which a rehearsal acts (演習で使う入口): those that messages, desks and the office go
/// through.
record Doors(
        Facilities facilities,
        Staff staff,
        Patients patients,
        Persons persons,
        FacilityMerges merges,
        MatchRound matching,
        Reviews reviews,
        SamePersons samePersons,
        MatchExclusions leftOut,
        LinkHistory history,
        LinkageView linkage,
        SurvivingEvents surviving,
        JdbcClient db,
        Relations relations,
        Consents consents,
        Cards cards,
        CardSchemes schemes,
        DisclosureCards disclosureCards,
        Protections protections,
        ProtectionEnding endings,
        Decisions decisions,
        Standings standings,
        Accounts accounts,
        Keys keys,
        TransactionTemplate transaction) {
    static Doors of(BeanFactory centre) {
        var db = centre.getBean(JdbcClient.class);
        return new Doors(
                centre.getBean(Facilities.class),
                centre.getBean(Staff.class),
                centre.getBean(Patients.class),
                centre.getBean(Persons.class),
                centre.getBean(FacilityMerges.class),
                centre.getBean(MatchRound.class),
                centre.getBean(Reviews.class),
                centre.getBean(SamePersons.class),
                centre.getBean(MatchExclusions.class),
                centre.getBean(LinkHistory.class),
                new LinkageView(db),
                new SurvivingEvents(
                        db,
                        centre.getBean(LinkRows.class),
                        centre.getBean(FacilityMerges.class),
                        centre.getBean(SamePersons.class),
                        centre.getBean(MatchExclusions.class),
                        centre.getBean(SealedNumbers.class)),
                db,
                centre.getBean(Relations.class),
                centre.getBean(Consents.class),
                centre.getBean(Cards.class),
                centre.getBean(CardSchemes.class),
                centre.getBean(DisclosureCards.class),
                centre.getBean(Protections.class),
                centre.getBean(ProtectionEnding.class),
                centre.getBean(Decisions.class),
                centre.getBean(Standings.class),
                centre.getBean(Accounts.class),
                centre.getBean(Keys.class),
                new TransactionTemplate(centre.getBean(PlatformTransactionManager.class)));
    }
}
