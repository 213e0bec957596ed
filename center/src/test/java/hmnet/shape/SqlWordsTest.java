package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A state's word that stands in SQL as it is (SQLの中の語) is one that an enum knows.
class SqlWordsTest {
    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:state|action|source)(?:, ''\\))?\\s*(?:=|<>|not in|in|is (?:not )?distinct from|when)"
                    + "\\s*\\(?((?:'[^']+'(?:, *)?)+)");
    private static final Pattern WORD = Pattern.compile("'([^']+)'");

    @Test
    void aWordInSqlIsOneThatAnEnumKnows() {
        var known = known();
        TidyTest.none(Stream.concat(
                        House.files("java").filter(SourceFile::shipped),
                        House.files("sql").filter(file -> file.name().startsWith("R__")))
                .flatMap(file -> unknown(file, known)));
    }

    @Test
    void aWordThatNoEnumKnowsIsFound() {
        var wrong = new SourceFile(
                House.ROOT.resolve("Wrong.java"),
                List.of(
                        "select from link_event e where e.action = 'linked'",
                        "update match_review set state = 'open' where state in ('open', 'postponed')",
                        "case e.action when 'link' then 1 end, coalesce(l.source, '') = 'desk'"));
        assertThat(unknown(wrong, known()))
                .satisfiesExactly(
                        finding -> assertThat(finding).contains("Wrong.java:1", "linked"),
                        finding -> assertThat(finding).contains("Wrong.java:2", "postponed"));
    }

    private static Stream<String> unknown(SourceFile file, Set<String> known) {
        return IntStream.range(0, file.lines().size())
                .boxed()
                .flatMap(n -> COMPARED.matcher(file.lines().get(n))
                        .results()
                        .flatMap(found -> WORD.matcher(found.group(1)).results())
                        .map(word -> word.group(1))
                        .filter(word -> !known.contains(word))
                        .map(word -> file.at(n, "no ColumnWord is called " + word + ": take the word from its enum")));
    }

    /// The words of all enums whose word stands in a column.
    private static Set<String> known() {
        return Classes.SHIPPED.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ColumnWord.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> ((ColumnWord) constant).word())
                .collect(Collectors.toUnmodifiableSet());
    }
}
