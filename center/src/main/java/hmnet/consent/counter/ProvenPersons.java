package hmnet.consent.counter;

import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Whom a counter's page has just found, by the proof that its form carries (読取り証の本人).
@Component
public class ProvenPersons {
    private final Tickets tickets;
    private final Protections protections;
    private final Persons persons;

    ProvenPersons(Tickets tickets, Protections protections, Persons persons) {
        this.tickets = tickets;
        this.protections = protections;
        this.persons = persons;
    }

    /// Nobody without a proof that this page takes, and nobody from whom the requester is shut out.
    ///
    /// @param how what the page takes, as in `Tickets`
    public Optional<Person> find(String written, Requester by, Set<String> how) {
        return tickets.read(written, by, how)
                .map(Ticket::person)
                .filter(person -> !protections.keeps(by, person))
                .flatMap(persons::find);
    }
}
