package hmnet.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/// Things are named for what they are (命名), in words the region uses.
class NamesTest {
    /// Words that end as participles do and name a thing or a process.
    private static final Set<String> NOUNS =
            Set.of("Filing", "Relinking", "Opening", "Greeting", "Dispensing", "Dwelling", "Spelling");

    private static final String NOUN_WANTED =
            "name the thing; a bare participle is for the cases of a sealed type and for events";

    /// Of 70 characters or more.
    private static final Pattern LONG_SENTENCE = Pattern.compile("\\b(?:void|boolean) [a-z]\\w{69,}\\(");

    @Test
    void aSimpleNameIsUsedOnceInAMavenModule() {
        var byName = DeclaredType.all().collect(Collectors.groupingBy(type -> type.module() + " " + type.name()));
        TidyTest.none(byName.values().stream()
                .filter(types -> types.size() > 1 && !types.stream().allMatch(DeclaredType::ofSealed))
                .flatMap(List::stream)
                .map(type -> type.finding("another type has this name: say in one of them what it is of")));
    }

    @Test
    void aTypeIsNamedByANounAndNotByWhatWasDone() {
        TidyTest.none(bareParticiples(DeclaredType.all()));
    }

    @Test
    void aBareParticipleIsFoundUnlessItIsACaseOfASealedType() {
        var source = new SourceFile(
                House.ROOT.resolve("center/src/main/java/hmnet/Example.java"),
                List.of(
                        "sealed interface Reply {",
                        "    record Refused(String why,",
                        "            int code) implements Reply {}",
                        "    record Told(String what) {}",
                        "}"));
        assertThat(bareParticiples(DeclaredType.of(source)))
                .containsExactly("center/src/main/java/hmnet/Example.java:4: Told: " + NOUN_WANTED);
    }

    private static Stream<String> bareParticiples(Stream<DeclaredType> types) {
        return types.filter(type -> !type.ofSealed() && type.participle(NOUNS)).map(type -> type.finding(NOUN_WANTED));
    }

    @Test
    void noNameTellsTheRoleOfAClass() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Service|Impl|Utils?|Helpers?|Dtos?|DTO|Common|Processor)(\\$.*)?")
                .because("a name says what the thing is: name the thing it holds or decides")
                .check(Classes.SHIPPED);
    }

    @Test
    void noPackageIsADrawer() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..",
                        "..dto..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..manager..",
                        "..impl..",
                        "..helper..",
                        "..core..")
                .because("a package is a word of the region: lay the class beside the word it serves")
                .check(Classes.SHIPPED);
    }

    @Test
    void aControllerIsAPageOrADoorThatNobodyElseCalls() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveNameMatching(".*(Pages?|Doors?|Routes)")
                .because(
                        "a route is reached by HTTP alone: name it …Page (people), …Door or …Routes (machines), without public")
                .allowEmptyShould(true)
                .check(Classes.SHIPPED);
    }

    @Test
    void aTestSaysOneThingThatIsTrueInUnderSeventyCharacters() {
        TidyTest.none(
                House.files("java")
                        .filter(file -> file.path().toString().contains("/src/test/"))
                        .flatMap(
                                file -> file.finds(
                                        LONG_SENTENCE,
                                        "say it in fewer than 70 characters: one sentence with a verb; if it says two things, make two tests")));
    }
}
