package hmnet.record.forms;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.function.BiFunction;

/// Who fills in a sheet, and as whose record it is filed (記入者と情報源). Pages make it of whoever is signed in.
///
/// @param words as the response names the author
/// @param source the facility as whose record it is filed
/// @param chartSystem of its number for the person
/// @param persons whose chart it is, and others who were found to be the same
/// @param trace what the author did, as the log writes it, from an action and its outcome
public record FormAuthor(
        Actor actor,
        String words,
        FacilityId source,
        String chartSystem,
        String chartNumber,
        List<PersonId> persons,
        BiFunction<Action, String, Trace> trace) {
    private static final String NATIONAL = "urn:oid:1.2.392.100495.20.3.51.1";

    public FormAuthor {
        persons = List.copyOf(persons);
    }

    public PersonId person() {
        return persons.getFirst();
    }

    /// The same under another of the facility's numbers for the person.
    public FormAuthor under(String number) {
        return new FormAuthor(actor, words, source, chartSystem, number, persons, trace);
    }

    /// The system of a facility's chart numbers, by its 医療機関コード.
    public static String system(String facilityCode) {
        return NATIONAL + facilityCode;
    }

    Trace did(Action action, String outcome) {
        return trace.apply(action, outcome).about(person().value());
    }
}
