package hmnet.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import hmnet.formats.check.Readers;
import hmnet.formats.other.FileExaminer;
import hmnet.formats.other.OtherFile;
import hmnet.ground.routes.Rule;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMapping;

/// Habits the compiler cannot keep for us (作法).
class HabitsTest {
    private static final Pattern XML_READER =
            Pattern.compile("\\b(XMLInputFactory|DocumentBuilderFactory|SAXParserFactory"
                    + "|XMLReaderFactory|SchemaFactory|TransformerFactory|XPathFactory)\\.new");
    private static final Pattern DEMANDED =
            Pattern.compile("@RequestParam(\\(\\s*(name = |value = )?\"[^\"]*\"\\))? (?!Map<)");
    private static final Pattern ACTOR_WORD = Pattern.compile("\"(staff|facility):");

    @Test
    void onlyChartsMakesAChart() {
        constructors()
                .that()
                .areDeclaredIn("hmnet.record.charts.Chart")
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .haveNameMatching("hmnet\\.record\\.charts\\.Charts(\\$.*)?")
                .because("there is no chart without a decision: open it with Charts.open")
                .allowEmptyShould(true)
                .check(Classes.SHIPPED);
    }

    @Test
    void onlyTheAuditModuleMakesATraceFromItsParts() {
        constructors()
                .that()
                .areDeclaredIn("hmnet.ground.audit.Trace")
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .resideInAPackage("hmnet.ground.audit")
                .because("a trace is written one way: Requester.did or Trace.of, and what more there is to say")
                .check(Classes.SHIPPED);
    }

    /// Invented events of a rehearsal are written as the database holds them.
    @Test
    void onlyActorWritesTheWordOfAnActor() {
        TidyTest.none(House.files("java")
                .filter(SourceFile::shipped)
                .filter(file -> !file.name().equals("Actor.java"))
                .filter(file -> !file.path().toString().contains("/rehearsal/"))
                .flatMap(file -> file.finds(ACTOR_WORD, "take Requester.actor() or Actor: it knows its word")));
    }

    /// What a browser did not send is empty or nothing, and said beside its field; never a bare 400.
    @Test
    void noPageDemandsAFieldThatAFormMayNotSend() {
        TidyTest.none(House.files("java")
                .filter(SourceFile::shipped)
                .filter(file -> file.name().endsWith("Page.java"))
                .flatMap(file -> file.finds(DEMANDED, "give it a default, or make it optional")));
    }

    @Test
    void everyRouteNamesItsRule() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Rule.class)
                .because("a route says who may use it and on which connector: add @Rule")
                .allowEmptyShould(true)
                .check(Classes.SHIPPED);
    }

    /// Bench plays events again for doubles whom nothing has happened to, and takes all of it back.
    @Test
    void onlyThePeopleWingChangesLinks() {
        classes()
                .that()
                .haveNameMatching("hmnet\\.people\\.links\\.LinkRows(\\$.*)?")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("hmnet.people..", "hmnet.bench.rehearsal..")
                .because("a link is changed by a decision, with its lock and its trace: ask a door of the people wing")
                .check(Classes.SHIPPED);
    }

    @Test
    void onlyFilingAndTheMarksOfDoublesOpenTheRecordForWriting() {
        methods()
                .that()
                .haveName("allowFiling")
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .haveNameMatching("hmnet\\.record\\.(filing|doubles)\\..*")
                .because("it opens row-level security until the transaction ends: hand what is to be filed to filing")
                .check(Classes.SHIPPED);
    }

    /// Such a stream keeps its connection until it is closed, and nobody closes it: forty looks and the pool is empty.
    @Test
    void rowsAreReadToTheirEndBeforeTheyAreStreamed() {
        noClasses()
                .that()
                .resideInAPackage("hmnet..")
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("the connection never comes back: write list().stream()")
                .check(Classes.SHIPPED);
    }

    /// In the whole project, not in the centre alone.
    @Test
    void readersOfXmlAreMadeInOnePlace() {
        TidyTest.none(House.files("java")
                .filter(SourceFile::shipped)
                .filter(file -> !file.name().equals("XmlStream.java"))
                .flatMap(file -> file.finds(
                        XML_READER, "take XmlStream or XmlDocument: no document types, no entities, limits")));
    }

    /// A verb of the command line reads its owner's own files.
    @Test
    void strangersFilesAreOpenedByTheExaminationAlone() {
        noClasses()
                .that()
                .resideInAPackage("hmnet..")
                .and()
                .resideOutsideOfPackages("hmnet.formats..", "hmnet.command..", "hmnet.region..", "hmnet.bench..")
                .should()
                .callMethod(Readers.class, "read", String.class, byte[].class)
                .orShould()
                .callMethod(Readers.class, "read", String.class, byte[].class, List.class)
                .orShould()
                .callMethod(OtherFile.class, "read", byte[].class, String.class)
                .orShould()
                .accessField(FileExaminer.class, "HERE")
                .because("a file may hang its reader or eat its memory: hand Examination over")
                .check(Classes.SHIPPED);
    }

    @Test
    void timeIsJavaTime() {
        noFields()
                .should()
                .haveRawType(Date.class)
                .orShould()
                .haveRawType(Calendar.class)
                .because("an old date knows no zone and can be changed by anybody: keep an Instant or a LocalDate")
                .check(Classes.SHIPPED);
        noClasses()
                .should()
                .callConstructor(Date.class)
                .orShould()
                .callConstructor(Date.class, long.class)
                .because("java.time says which time is meant: use Instant, LocalDate or OffsetDateTime")
                .check(Classes.SHIPPED);
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("a class that is made is complete: take it as a constructor parameter")
                .check(Classes.SHIPPED);
    }

    @Test
    void onlyCommandLinesPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "hmnet", "hmnet.command", "hmnet.witness", "hmnet.gateway..", "hmnet.region..", "hmnet.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the centre speaks by its log and its pages: use a logger")
                .check(Classes.SHIPPED);
    }

    @Test
    void theFormatsKnowNeitherSpringNorADatabase() {
        noClasses()
                .that()
                .resideInAPackage("hmnet.formats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
                .because("a format is read the same at a gateway and at the centre: hand the values over instead")
                .check(Classes.SHIPPED);
    }
}
