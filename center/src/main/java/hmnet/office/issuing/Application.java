package hmnet.office.issuing;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.KanaReading;
import hmnet.people.links.Person;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the application form for a card says (発行申込). A field that was not sent is empty.
record Application(String name, String kana, String birth, String sex, String address) {
    private static final int NAME_MOST = 60;
    private static final int ADDRESS_MOST = 120;

    static final List<String> SEXES = List.of("female", "male", "other", "unknown");

    Application(
            @Nullable String name,
            @Nullable String kana,
            @Nullable String birth,
            @Nullable String sex,
            @Nullable String address) {
        this.name = said(name);
        this.kana = said(kana);
        this.birth = said(birth);
        this.sex = said(sex);
        this.address = said(address);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Application empty() {
        return new Application("", "", "", "", "");
    }

    /// What is wrong with each field, in the order of the form; empty for an application that can be issued
    /// for.
    Map<String, String> problems(LocalDate today) {
        var problems = new LinkedHashMap<String, String>();
        Stream.of("name", "kana", "birth", "sex", "address").forEach(field -> {
            var problem = problem(field, today);
            if (!problem.isEmpty()) {
                problems.put(field, problem);
            }
        });
        return problems;
    }

    private String problem(String field, LocalDate today) {
        return switch (field) {
            case "name" -> nameProblem(name);
            case "kana" -> kanaProblem(kana);
            case "birth" ->
                text(birth, NAME_MOST).isEmpty()
                                && BirthDates.parse(birth, today).isEmpty()
                        ? "birth"
                        : text(birth, NAME_MOST);
            case "sex" -> SEXES.contains(sex) ? "" : "missing";
            case "address" -> text(address, ADDRESS_MOST);
            // From outside: never, the fields stand above.
            default -> throw new IllegalArgumentException(field);
        };
    }

    /// What is wrong with a name that is to stand on a card; empty for nothing.
    static String nameProblem(String name) {
        return text(name, NAME_MOST);
    }

    /// What is wrong with its reading; empty for nothing.
    static String kanaProblem(String kana) {
        var problem = text(kana, NAME_MOST);
        return problem.isEmpty() && KanaReading.parse(kana).isEmpty() ? "kana" : problem;
    }

    private static String text(String text, int most) {
        return text.isBlank()
                ? "missing"
                : MyNumber.standsIn(text) ? "my-number" : text.codePointCount(0, text.length()) > most ? "long" : "";
    }

    /// The same without the fields that hold an individual number: it is never shown again.
    Application withoutMyNumber() {
        return new Application(clean(name), clean(kana), clean(birth), sex, clean(address));
    }

    private static String clean(String text) {
        return MyNumber.standsIn(text) ? "" : text;
    }

    Person person(LocalDate born) {
        var names = halves(name);
        var readings = readings(kana);
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

    /// Surname and given name of a reading, in katakana.
    static String[] readings(String kana) {
        return halves(KanaReading.parse(kana).orElse(kana));
    }

    /// Surname and given name, which a space parts.
    static String[] halves(String name) {
        var parts = name.strip().split("[\\s　]+", 2);
        return new String[] {parts[0], parts.length > 1 ? parts[1] : ""};
    }
}
