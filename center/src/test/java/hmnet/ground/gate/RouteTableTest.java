package hmnet.ground.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.gate.Asker.Heard;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route, asked by everybody (経路と職種の表). The routes are those of the running centre. What each asker hears
/// stands in `routes.txt` beside this test, where the letters are explained. A new route without a line fails and
/// prints the line: read it, and add it when it says what you meant.
class RouteTableTest extends AskedCentre {
    private static final int AT_ONCE = 4;
    private static final Path TABLE = Path.of("src", "test", "java")
            .resolve(RouteTableTest.class.getPackageName().replace('.', '/'))
            .resolve("routes.txt");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private final Queue<String> giveAway = new ConcurrentLinkedQueue<>();
    private List<String> table = List.of();

    @BeforeAll
    void everybodyAsksForEverything() throws IOException, InterruptedException, ExecutionException {
        var routes = routes();
        var askers = Stream.concat(people().stream(), machines().stream()).toList();
        var cells = new ArrayList<List<String>>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var column : pool.invokeAll(
                    askers.stream().map(asker -> column(asker, routes)).toList())) {
                cells.add(column.get());
            }
        }
        var lines = new ArrayList<String>();
        lines.add(line(AskedRoute.HEADING, askers, Asker::name));
        for (var row = 0; row < routes.size(); row++) {
            var at = row;
            lines.add(line(
                    routes.get(at).words(),
                    askers,
                    asker -> cells.get(askers.indexOf(asker)).get(at)));
        }
        table = lines;
    }

    private List<AskedRoute> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().getBeanType() != SampleRoutes.class)
                .flatMap(route -> AskedRoute.of(route.getKey(), route.getValue()))
                .sorted(Comparator.comparing(AskedRoute::path)
                        .thenComparing(AskedRoute::method)
                        .thenComparing(AskedRoute::type))
                .toList();
    }

    private Callable<List<String>> column(Asker asker, List<AskedRoute> routes) {
        return () -> routes.stream().map(route -> cell(asker, route)).toList();
    }

    /// One letter; two where a person with a tie and one without are not the same.
    private String cell(Asker asker, AskedRoute route) {
        var known = ask(asker, route, tied);
        if (known.letter() == 'n' && !known.sameAnswerAs(asker.ask(route, "/no/such/place"))) {
            giveAway.add(asker.name() + ", refused: " + route);
        }
        if (!route.namesPerson() || !known.letIn()) {
            return String.valueOf(known.letter());
        }
        var other = ask(asker, route, untied);
        if (route.rule().value() == Right.VIEW_CHART && !other.sameAnswerAs(ask(asker, route, PersonId.fresh()))) {
            giveAway.add(asker.name() + ", without a tie: " + route);
        }
        return known.letter() == other.letter() ? "" + known.letter() : "" + known.letter() + other.letter();
    }

    private Heard ask(Asker asker, AskedRoute route, PersonId person) {
        return asker.ask(route, route.address(values(route, person)));
    }

    private static String line(String begin, List<Asker> askers, Function<Asker, String> cell) {
        var line = new StringBuilder(begin);
        askers.forEach(asker -> line.append(' ')
                .append(cell.apply(asker))
                .repeat(' ', asker.name().length() - cell.apply(asker).length()));
        return line.toString().stripTrailing();
    }

    @Test
    void everyRouteAnswersEverybodyAsItsLineSays() throws IOException {
        var said = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var whole = Files.write(Path.of("target", "routes.txt").toAbsolutePath(), table);
        assertThat(said)
                .as(() -> """
                        %s does not say what the centre answers. Add, if you meant it:
                        %s
                        Take out:
                        %s
                        The whole table, in order: %s""".formatted(TABLE, beside(table, said), beside(said, table), whole))
                .isEqualTo(table);
    }

    private static String beside(List<String> lines, List<String> others) {
        return String.join(
                "\n", lines.stream().filter(line -> !others.contains(line)).toList());
    }

    @Test
    void noRouteAnswersAnybodyWithAFault() {
        assertThat(table).filteredOn(line -> line.contains("!")).isEmpty();
    }

    @Test
    void noAnswerTellsAnUnknownPersonOrAddressFromARefusedOne() {
        assertThat(giveAway).isEmpty();
    }

    @Test
    void aChartOpensToADoctorWithATieAndToNobodyWithoutOne() {
        // A draft opens to its author alone: FormsPageTest.
        var doors = table.stream()
                .filter(line -> line.startsWith("GET") && line.contains(" /people/{person}/"))
                .filter(line -> !line.contains("/drafts/"))
                .toList();
        assertThat(doors).as("all of it opens").hasSizeGreaterThan(5).allMatch(line -> line.contains(" ou "));
    }

    @Test
    void whoAsksForAPageWithoutTheRightLeavesOneTrace() throws IOException {
        var doctor = people().stream()
                .filter(asker -> asker.name().equals(Profession.DOCTOR.word()))
                .findFirst()
                .orElseThrow();
        var before = refused();
        doctor.door().ask("GET", "/office/people");
        doctor.door().ask("GET", "/office/people");
        assertThat(refused() - before).isEqualTo(1);
    }

    private long refused() {
        return logged("page-refused", "/office/people\"").size();
    }
}
