package hmnet.care.notebook;

import hmnet.people.links.Person;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Medicine notebooks of invented persons (架空のお薬手帳), as a pharmacy writes them.
final class Notebooks {
    static final Charset MS932 = Charset.forName("MS932");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private Notebooks() {}

    /// Of a person, with the head that a pharmacy writes.
    static String of(Person person, String... dispensings) {
        return of(person.familyName() + " " + person.givenName(), person.kana(), person.birthDate(), dispensings);
    }

    static String of(String name, String kana, LocalDate birth, String... dispensings) {
        return "JAHISTC08,1\r\n1,%s,2,%s,,,,,,,%s\r\n"
                        .formatted(name.replace('　', ' '), birth.format(DAY), kana.replace('　', ' '))
                + String.join("", dispensings);
    }

    /// One medicine for two weeks.
    static String dispensing(LocalDate day, String pharmacy, String drug) {
        return """
                5,%s,1\r
                11,%s,34,4,9999999,,,,1\r
                51,試験病院,34,1,9999998,1\r
                55,試験 一郎,内科,1\r
                201,1,%s,1,錠,1,,1\r
                301,1,【1日1回朝食後】,14,日分,1,1,,1\r
                """.formatted(day.format(DAY), pharmacy, drug);
    }
}
