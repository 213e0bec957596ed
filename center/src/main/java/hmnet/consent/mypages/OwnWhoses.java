package hmnet.consent.mypages;

import hmnet.consent.proxies.Proxies;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Says of a request whose page it opens (だれのページか).
@Component
public class OwnWhoses {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Persons persons;
    private final Proxies proxies;
    private final Audit audit;
    private final TransactionOperations transaction;

    OwnWhoses(Persons persons, Proxies proxies, Audit audit, TransactionOperations transaction) {
        this.persons = persons;
        this.proxies = proxies;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Whose page the request has open.
    public OwnWhose of(ResidentCaller resident) {
        var held = resident.representation();
        return new OwnWhose(
                persons.find(new PersonId(resident.person())).map(Person::name).orElse(""),
                resident.whose(),
                resident.sees(),
                resident.decides(),
                resident.reads(),
                held == null ? null : held.until().atZone(JAPAN).toLocalDate().minusDays(1),
                held == null
                        && !proxies.represented(new PersonId(resident.person())).isEmpty());
    }

    /// Every look by a proxy stands in the log of whose page it is.
    public void looked(ResidentCaller resident, String page) {
        if (resident.representation() != null) {
            transaction.executeWithoutResult(status ->
                    audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", page)));
        }
    }
}
