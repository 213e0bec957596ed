package hmnet.people.links;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedDemographics.RegisteredWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Registered persons as `person` holds them (登録者の封印): nothing of them but the 地域共通ID is readable there.
@Component
public class SealedPersons {
    /// Of a row that is read as a person.
    static final String COLUMNS = "id, regional_id, shown";

    static final String INSERT = """
            insert into person (id, regional_id, shown, born_key)
            select * from unnest(?::uuid[], ?::text[], ?::bytea[], ?::bigint[])""";

    private final SealedDemographics sealed;
    private final PeopleKeys keys;

    public SealedPersons(Keys keys) {
        this.sealed = new SealedDemographics(keys);
        this.keys = new PeopleKeys(keys);
    }

    /// The values of `INSERT`.
    Object[] columns(List<Person> people) {
        return new Object[] {
            people.stream().map(person -> person.id().toString()).toArray(String[]::new),
            people.stream().map(Person::regionalId).toArray(String[]::new),
            people.stream().map(this::seal).toArray(byte[][]::new),
            people.stream().map(person -> keys.born(person.birthDate())).toArray(Long[]::new)
        };
    }

    byte[] seal(Person person) {
        var said = new Demographics(
                person.familyName(),
                person.givenName(),
                person.familyKana(),
                person.givenKana(),
                person.birthDate(),
                person.sex(),
                person.postalCode(),
                person.address(),
                person.phone(),
                null);
        return sealed.seal(person.id().value(), new RegisteredWords(said, person.town()));
    }

    /// The person of a row that has these columns.
    public Person read(ResultSet row, int number) throws SQLException {
        var registered = sealed.person(row, "id");
        var said = registered.said();
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("regional_id"),
                said.familyName(),
                said.givenName(),
                said.familyKana(),
                said.givenKana(),
                Objects.requireNonNull(said.birthDate(), "a person has a birth date"),
                said.sex(),
                said.postalCode(),
                said.address(),
                registered.town(),
                said.phone());
    }
}
