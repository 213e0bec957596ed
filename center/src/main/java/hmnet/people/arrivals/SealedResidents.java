package hmnet.people.arrivals;

import hmnet.ground.keys.Keys;
import hmnet.people.patients.WordSeal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Residents who moved or changed their name, as `resident_entry` holds them (住民情報の封印): sealed to their list and the
/// keyed number of their birth date, by which alone they are found.
@Component
public class SealedResidents {
    private static final int WORDS = 12;
    private final WordSeal seal;

    public SealedResidents(Keys keys) {
        this.seal = new WordSeal(keys, "residents of lists");
    }

    byte[] seal(long list, long born, ResidentEntry entry) {
        return seal.seal(
                place(list, born),
                List.of(
                        entry.birthDate().toString(),
                        entry.sex(),
                        entry.familyName(),
                        entry.givenName(),
                        entry.familyKana(),
                        entry.givenKana(),
                        entry.postalCode(),
                        entry.address(),
                        entry.formerFamilyName(),
                        entry.formerFamilyKana(),
                        entry.formerAddress(),
                        entry.validOn().toString()));
    }

    /// The entry of a row.
    ///
    /// @param named how its columns `list`, `born_key` and `shown` begin there
    ResidentEntry read(ResultSet row, String named) throws SQLException {
        return open(row.getLong(named + "list"), row.getLong(named + "born_key"), row.getBytes(named + "shown"));
    }

    ResidentEntry open(long list, long born, byte[] sealed) {
        var words = seal.open(place(list, born), sealed, WORDS);
        return new ResidentEntry(
                LocalDate.parse(words.get(0)),
                words.get(1),
                words.get(2),
                words.get(3),
                words.get(4),
                words.get(5),
                words.get(6),
                words.get(7),
                words.get(8),
                words.get(9),
                words.get(10),
                LocalDate.parse(words.get(11)));
    }

    private static String place(long list, long born) {
        return "resident_entry " + list + " " + born;
    }
}
