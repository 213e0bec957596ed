package hmnet.office.issuing;

import hmnet.people.links.Person;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.stream.Stream;

/// What the application form for a card says (発行申込).
record Application(String name, String kana, String birth, String sex, String address) {
    boolean complete() {
        return !name.isBlank() && !kana.isBlank() && !address.isBlank() && sex.matches("male|female|other|unknown");
    }

    boolean holdsMyNumber() {
        return Stream.of(name, kana, birth, address).anyMatch(MyNumber::standsIn);
    }

    Person person(LocalDate born) {
        var names = halves(name);
        var readings = halves(kana);
        return new Person(
                PersonId.fresh(),
                "",
                names[0],
                names[1],
                readings[0],
                readings[1],
                born,
                sex,
                "",
                address.strip(),
                Person.town(address.strip()),
                "");
    }

    /// Surname and given name, which a space parts.
    static String[] halves(String name) {
        var parts = name.strip().split("[\\s　]+", 2);
        return new String[] {parts[0], parts.length > 1 ? parts[1] : ""};
    }
}
