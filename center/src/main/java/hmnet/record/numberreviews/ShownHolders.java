package hmnet.record.numberreviews;

import hmnet.consent.protection.Protections;
import hmnet.people.links.Persons;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients.ChartNumberHolder;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who the people are whom a desk sees beside a message (表示される本人).
@Component
class ShownHolders {
    private final Persons persons;
    private final Protections protections;

    ShownHolders(Persons persons, Protections protections) {
        this.persons = persons;
        this.protections = protections;
    }

    List<PersonId> people(List<ChartNumberHolder> holders) {
        return personsOf(holders.stream().map(ChartNumberHolder::patient).toList());
    }

    List<PersonId> personsOf(Collection<PatientId> patients) {
        return persons.personsOf(patients);
    }

    boolean anyProtected(List<PersonId> people) {
        return people.stream().anyMatch(protections::isProtected);
    }
}
