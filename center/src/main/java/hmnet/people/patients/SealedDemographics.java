package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.keys.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of patients and persons, sealed as their rows hold it (患者基本情報の封印). `patient.shown` and `person.shown`
/// are read and written here alone; each opens only in its own row.
@Component
public class SealedDemographics {
    public static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
    private static final int WORDS = 11;

    private final WordSeal patients;
    private final WordSeal persons;

    public SealedDemographics(Keys keys) {
        this.patients = new WordSeal(keys, "demographics of patients");
        this.persons = new WordSeal(keys, "demographics of persons");
    }

    /// A person as the office registered them.
    ///
    /// @param town the part of the address that reception may see
    public record RegisteredWords(Demographics said, String town) {}

    /// Null where nothing is known.
    public byte @Nullable [] seal(long patient, Demographics said) {
        return said.equals(NOBODY) ? null : patients.seal(place(patient), words(said, ""));
    }

    public byte[] seal(UUID person, RegisteredWords registered) {
        return persons.seal(place(person), words(registered.said(), registered.town()));
    }

    public Demographics patient(long patient, byte @Nullable [] sealed) {
        return sealed == null ? NOBODY : said(patients.open(place(patient), sealed, WORDS));
    }

    /// The patient of a row that has `shown`.
    ///
    /// @param id the column that holds the patient's
    public Demographics patient(ResultSet row, String id) throws SQLException {
        return patient(row.getLong(id), row.getBytes("shown"));
    }

    public RegisteredWords person(UUID person, byte[] sealed) {
        var words = persons.open(place(person), sealed, WORDS);
        return new RegisteredWords(said(words), words.get(10));
    }

    /// The person of a row that has `shown`.
    ///
    /// @param id the column that holds the person's
    public RegisteredWords person(ResultSet row, String id) throws SQLException {
        return person(row.getObject(id, UUID.class), row.getBytes("shown"));
    }

    private static String place(long patient) {
        return "patient " + patient;
    }

    private static String place(UUID person) {
        return "person " + person;
    }

    private static List<String> words(Demographics said, String town) {
        return List.of(
                said.familyName(),
                said.givenName(),
                said.familyKana(),
                said.givenKana(),
                day(said.birthDate()),
                said.sex(),
                said.postalCode(),
                said.address(),
                said.phone(),
                day(said.diedOn()),
                town);
    }

    private static Demographics said(List<String> words) {
        return new Demographics(
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3),
                day(words.get(4)),
                words.get(5),
                words.get(6),
                words.get(7),
                words.get(8),
                day(words.get(9)));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
