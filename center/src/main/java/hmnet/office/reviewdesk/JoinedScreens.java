package hmnet.office.reviewdesk;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.IssuedCard;
import hmnet.consent.decisions.JointConsents;
import hmnet.consent.decisions.JointConsents.JointConsent;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.office.reviewdesk.JoinedScreen.JoinEventLine;
import hmnet.office.reviewdesk.JoinedScreen.JoinLine;
import hmnet.office.reviewdesk.JoinedScreen.JoinScreen;
import hmnet.office.reviewdesk.JoinedScreen.JoinScreen.JoinProposalLine;
import hmnet.office.reviewdesk.JoinedScreen.JoinedPerson;
import hmnet.office.reviewdesk.JoinedScreen.Member;
import hmnet.office.reviewdesk.JoinedScreen.Opens;
import hmnet.office.reviewdesk.JoinedScreen.WaitingJoin;
import hmnet.people.arrivals.JoinHistory;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills the screens of joined persons (結合した人物の画面の組み立て).
@Component
class JoinedScreens {
    private final SamePersons same;
    private final JoinHistory history;
    private final LinkHistory links;
    private final JointConsents consents;
    private final Joins joins;
    private final JoinFacts facts;
    private final SecondEyes eyes;
    private final Persons persons;
    private final Cards cards;
    private final Facilities facilities;
    private final Staff staff;

    JoinedScreens(
            SamePersons same,
            JoinHistory history,
            LinkHistory links,
            JointConsents consents,
            Joins joins,
            JoinFacts facts,
            SecondEyes eyes,
            Persons persons,
            Cards cards,
            Facilities facilities,
            Staff staff) {
        this.same = same;
        this.history = history;
        this.links = links;
        this.consents = consents;
        this.joins = joins;
        this.facts = facts;
        this.eyes = eyes;
        this.persons = persons;
        this.cards = cards;
        this.facilities = facilities;
        this.staff = staff;
    }

    /// Somebody who is not left out of matching; everybody else is answered for as an unknown person.
    boolean shown(PersonId person) {
        return !links.hidden(person) && persons.find(person).isPresent();
    }

    JoinedPerson of(PersonId person) {
        var all = same.of(person);
        var held = consents.of(all);
        var said = history.of(all).stream()
                .filter(event -> shown(event.person()) && shown(event.other()))
                .toList();
        return new JoinedPerson(
                path(person),
                all.stream().map(one -> member(one, held)).toList(),
                held.stream().anyMatch(JointConsent::chosen),
                opens(JointConsents.together(held), all),
                JoinHistory.holding(said).stream().map(this::pairing).toList(),
                said.stream().map(this::event).toList());
    }

    JoinScreen before(PersonId person, PersonId other, @Nullable String problem, Requester by) {
        var both = facts.shown(person, other);
        var held = consents.of(both).stream()
                .map(one -> new JointConsent(one.person(), one.state(), one.kinds(), one.labels(), one.since(), false))
                .toList();
        return new JoinScreen(
                problem,
                path(person) + "/with/" + other,
                path(person),
                member(person, held),
                member(other, held),
                opens(JointConsents.together(held), both),
                Long.toString(facts.asOf(person, other)),
                eyes.forJoining(person, other),
                joins.waiting(person, other)
                        .map(open -> new JoinProposalLine(
                                open.id(),
                                name(open.by().word()),
                                open.why(),
                                open.by().equals(by.actor())))
                        .orElse(null));
    }

    List<WaitingJoin> waiting() {
        return joins.waiting().stream()
                .filter(open -> shown(open.person()) && shown(open.other()))
                .map(open -> new WaitingJoin(
                        path(open.person()) + "/with/" + open.other(),
                        called(open.person()),
                        called(open.other()),
                        name(open.by().word()),
                        open.at()))
                .toList();
    }

    private Member member(PersonId id, List<JointConsent> held) {
        var person = persons.find(id).orElseThrow();
        var own =
                held.stream().filter(one -> one.person().equals(id)).findFirst().orElseThrow();
        return new Member(
                id.toString(),
                person.name(),
                person.kana(),
                person.birthDate(),
                person.sex(),
                cards.history(id).stream().filter(IssuedCard::active).count(),
                own.chosen(),
                opens(own, List.of(id)));
    }

    private Opens opens(JointConsent held, Collection<PersonId> people) {
        return new Opens(
                held.position(),
                held.since(),
                people.stream()
                        .flatMap(one -> links.of(one).stream())
                        .map(chart -> facilities.get(chart.facility()).name())
                        .distinct()
                        .toList());
    }

    private JoinLine pairing(JoinHistory.JoinEvent event) {
        return new JoinLine(
                event.person().toString(),
                event.other().toString(),
                called(event.person()),
                called(event.other()),
                event.at(),
                name(event.by()),
                event.why(),
                joins.review(event.person(), event.other())
                        .map(id -> "/reviews/" + id)
                        .orElse(null));
    }

    private JoinEventLine event(JoinHistory.JoinEvent event) {
        return new JoinEventLine(
                event.at(),
                event.joined(),
                called(event.person()),
                called(event.other()),
                name(event.by()),
                event.why());
    }

    private String called(PersonId person) {
        return persons.find(person).map(Person::name).orElse("");
    }

    private String name(String by) {
        return ReviewScreens.staffOf(by).stream()
                .flatMap(who -> Stream.ofNullable(staff.names(List.of(who)).get(who)))
                .findFirst()
                .orElse("");
    }

    static String path(PersonId person) {
        return "/office/joined/" + person;
    }
}
