package hmnet.office.reviewdesk;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.IssuedCard;
import hmnet.consent.decisions.JointConsents;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What two persons are and open before they are joined (結合の判断材料): when it changed, whoever decided on
/// it is asked again.
@Component
class JoinFacts {
    private final SamePersons same;
    private final Persons persons;
    private final JointConsents consents;
    private final Cards cards;
    private final LinkHistory links;

    JoinFacts(SamePersons same, Persons persons, JointConsents consents, Cards cards, LinkHistory links) {
        this.same = same;
        this.persons = persons;
        this.consents = consents;
        this.cards = cards;
        this.links = links;
    }

    /// Both, with everybody who is one with either, in one order whichever is named first.
    List<PersonId> shown(PersonId person, PersonId other) {
        var all = new HashSet<>(same.of(person));
        all.addAll(same.of(other));
        return all.stream().sorted(Comparator.comparing(PersonId::value)).toList();
    }

    /// All of it in one number.
    long asOf(PersonId person, PersonId other) {
        var all = shown(person, other);
        var said = all.stream().map(this::said).collect(Collectors.joining("\n"));
        return number(said + "\n" + agreed(all));
    }

    private String said(PersonId id) {
        var person = persons.find(id).orElseThrow();
        return String.join(
                "\t",
                id.toString(),
                person.name(),
                person.kana(),
                person.birthDate().toString(),
                person.sex(),
                Long.toString(
                        cards.history(id).stream().filter(IssuedCard::active).count()),
                links.of(id).stream()
                        .map(chart -> Long.toString(chart.patient().value()))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private String agreed(Collection<PersonId> all) {
        return consents.of(all).stream()
                .map(held -> String.join(
                        "\t",
                        held.state().word(),
                        Long.toString(held.kinds()),
                        Long.toString(held.labels()),
                        String.valueOf(held.since())))
                .collect(Collectors.joining("\n"));
    }

    private static long number(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
