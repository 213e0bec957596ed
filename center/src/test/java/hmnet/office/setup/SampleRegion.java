package hmnet.office.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.gateway.StorageFile;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.region.Region;
import hmnet.region.course.ChartFiles;
import hmnet.region.course.Course;
import hmnet.region.plan.FeaturedResident;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A small region taken over into the tests' centre (試験用の地域): the featured residents with the storages
/// of their hospitals, and one newcomer whom a hospital knows and the office does not yet.
public final class SampleRegion {
    /// The residents of the plan that each show one thing.
    private static final int FEATURED = 6;

    /// A region that holds those with a story as well, and nobody after them.
    private static final int PEOPLE =
            Plan.FIRST_STORY + FeaturedResident.stories().size();

    private static final long SEED = 1;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private static @Nullable SampleRegion one;

    private final ApplicationContext centre;
    private final Path folder;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1);
    private final JsonNode plan;
    private final Set<FeaturedResident> told = EnumSet.noneOf(FeaturedResident.class);

    private SampleRegion(ApplicationContext centre, Path folder) throws IOException {
        this.centre = centre;
        this.folder = folder;
        command("plan", folder.resolve("all"), PEOPLE);
        command("tree", folder.resolve("tree"), FEATURED + 1);
        this.plan = new JsonMapper().readTree(folder.resolve("all/plan.json").toFile());
        var known = folder.resolve("known.json");
        new JsonMapper().writeValue(known.toFile(), known());
        centre.getBean(TakeOver.class).take(known, folder.resolve("all/pki"));
        send();
    }

    /// The plan without those who show nothing.
    private JsonNode known() {
        var known = plan.deepCopy();
        ((ArrayNode) known.get("residents"))
                .removeIf(resident -> resident.path("featured").isNull()
                        || resident.path("featured").isMissingNode());
        return known;
    }

    /// The last day of which the hospitals told.
    public LocalDate today() {
        return today;
    }

    /// The same region for every test class that shares the centre.
    public static synchronized SampleRegion of(ApplicationContext centre, Path data) throws IOException {
        var known = one;
        if (known == null || !known.centre.equals(centre)) {
            known = new SampleRegion(centre, data.resolve("region"));
            one = known;
        }
        return known;
    }

    private void command(String verb, Path out, int people) {
        var code = new Region(NOWHERE, System.err)
                .run(
                        verb,
                        "--out",
                        out.toString(),
                        "--people",
                        "" + people,
                        "--seed",
                        "" + SEED,
                        "--today",
                        today.toString());
        assertThat(code).isZero();
    }

    private void send() throws IOException {
        for (var hospital : storages()) {
            var files = new ArrayList<ReceivedFile>();
            try (var tree = Files.walk(hospital)) {
                for (var file : tree.filter(Files::isRegularFile).sorted().toList()) {
                    files.add(new ReceivedFile(hospital.relativize(file).toString(), Files.readAllBytes(file)));
                }
            }
            keep(hospital.getFileName().toString(), files);
        }
    }

    /// All that hospitals wrote of a resident who shows one thing comes in, storages and letters; what came before
    /// comes again and changes nothing.
    public JsonNode story(FeaturedResident featured) {
        if (told.add(featured)) {
            hospitals(featured).forEach(hospital -> {
                var files = Stream.concat(
                                storage(featured, hospital).stream()
                                        .map(file -> new ReceivedFile(file.path(), file.bytes())),
                                letters(featured, hospital).stream()
                                        .map(file -> new ReceivedFile(file.path(), file.bytes(), Door.FILES)))
                        .toList();
                keep(hospital.code(), files);
            });
        }
        return resident(featured.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public List<hmnet.region.plan.Facility> hospitals(FeaturedResident featured) {
        return featured.hospitals.stream()
                .map(hmnet.region.plan.Facility.HOSPITALS::get)
                .toList();
    }

    /// What stands in a hospital's storage of somebody, with history and what was taken back.
    public List<StorageFile> storage(FeaturedResident featured, hmnet.region.plan.Facility hospital) {
        return Course.of(simulated(), simulated(featured), hospital);
    }

    /// What a hospital sends of somebody beside its storage.
    public List<StorageFile> letters(FeaturedResident featured, hmnet.region.plan.Facility hospital) {
        return ChartFiles.of(simulated(), simulated(featured), hospital);
    }

    private Plan simulated() {
        return new Plan(PEOPLE, SEED, today);
    }

    private Resident simulated(FeaturedResident featured) {
        return simulated()
                .residents()
                .filter(resident -> resident.featured() == featured)
                .findFirst()
                .orElseThrow();
    }

    /// Files of a hospital come in; returns when all of them are filed or held.
    public void keep(String facilityCode, List<ReceivedFile> files) {
        var inbox = centre.getBean(Inbox.class);
        var facility = facility(facilityCode);
        inbox.keep(facility, files);
        for (var tries = 0; inbox.counts(facility).waiting() > 0; tries++) {
            assertThat(tries).as("tenths of a second until all is filed").isLessThan(600);
            pause();
        }
    }

    /// A file of a chart number as its hospital stored it, the last one of a kind.
    public ReceivedFile stored(String facilityCode, String number, String kind) throws IOException {
        var hospital = folder.resolve("tree").resolve(facilityCode);
        try (var tree = Files.walk(hospital)) {
            var file = tree.filter(path -> path.getFileName().toString().matches(number + "_.*_" + kind + "_.*_1"))
                    .max(Path::compareTo)
                    .orElseThrow();
            return new ReceivedFile(hospital.relativize(file).toString(), Files.readAllBytes(file));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> storages() throws IOException {
        try (var folders = Files.list(folder.resolve("tree"))) {
            return folders.sorted().toList();
        }
    }

    private FacilityId facility(String code) {
        return centre.getBean(Facilities.class).byCode(code).orElseThrow().id();
    }

    /// A resident by what they are an example of, such as `two-hospitals`.
    public JsonNode resident(String featured) {
        return plan.get("residents")
                .valueStream()
                .filter(r -> r.get("featured").asString("").equals(featured))
                .findFirst()
                .orElseThrow();
    }

    public JsonNode newcomer() {
        return plan.get("residents").get(FEATURED);
    }

    public JsonNode staff(String login) {
        return plan.get("staff")
                .valueStream()
                .filter(s -> s.get("login").asString().equals(login))
                .findFirst()
                .orElseThrow();
    }

    /// The name as the pages write it.
    public static String name(JsonNode resident) {
        var name = resident.get("name");
        return name.get("family").asString() + "　" + name.get("given").asString();
    }

    /// What a reader types when the resident's card is shown to it.
    public String qr(JsonNode resident) {
        return centre.getBean(Cards.class)
                .qrOf(new CardNumber(resident.get("card").asString()));
    }

    public String facilityName(String code) {
        return centre.getBean(Facilities.class).byCode(code).orElseThrow().name();
    }
}
