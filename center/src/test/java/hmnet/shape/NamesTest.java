package hmnet.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/// Things are named for what they are (命名), in words the region uses.
class NamesTest {
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
}
