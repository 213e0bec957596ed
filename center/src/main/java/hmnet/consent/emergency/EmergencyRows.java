package hmnet.consent.emergency;

import hmnet.consent.consents.EmergencyDoor;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Rows of emergency openings, and the seal of what is written about them (救急の閲覧の表).
@Component
class EmergencyRows {
    private final FieldSeal seal;

    EmergencyRows(Keys keys) {
        this.seal = new FieldSeal(keys, "emergency openings");
    }

    static EmergencyOpening read(ResultSet row, int number) throws SQLException {
        return new EmergencyOpening(
                row.getLong("id"),
                new PersonId(row.getObject("person", UUID.class)),
                new StaffId(row.getLong("staff")),
                new FacilityId(row.getLong("facility")),
                row.getString("profession"),
                ColumnWord.read(row, "door", EmergencyDoor.class),
                row.getString("reason"),
                row.getObject("opened_at", OffsetDateTime.class),
                row.getObject("until", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                row.getObject("widened_at", OffsetDateTime.class),
                row.getObject("renews", Long.class),
                row.getObject("disaster", Long.class),
                row.getObject("words_at", OffsetDateTime.class),
                row.getBoolean("sampled"),
                row.getObject("handed_from", Long.class),
                row.getObject("mistaken_at", OffsetDateTime.class));
    }

    byte[] seal(long opening, String words) {
        return seal.seal(place(opening), words.getBytes(StandardCharsets.UTF_8));
    }

    String open(long opening, byte[] words) {
        return new String(seal.open(place(opening), words), StandardCharsets.UTF_8);
    }

    private static String place(long opening) {
        return "emergency_opening|" + opening;
    }
}
