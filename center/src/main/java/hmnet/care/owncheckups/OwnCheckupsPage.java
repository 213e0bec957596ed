package hmnet.care.owncheckups;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static java.util.stream.Collectors.partitioningBy;

import hmnet.care.checkups.CheckupSheets;
import hmnet.care.handbook.OwnChartPages;
import hmnet.care.owncheckups.OwnCheckupsScreen.CopiedCheckupScreen;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PatientId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.ownrecords.CheckupFields;
import hmnet.record.ownrecords.CheckupFields.TypedCheckup;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnCheckup;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntries.KeptEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Check-ups over the years for their resident (本人の健診): what facilities sent, and apart from it what was copied from
/// sheets, item by item.
@Controller
class OwnCheckupsPage {
    static final String ADDRESS = "/my/checkups";

    private static final int PAGE = 40;

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final HandbookCharts handbook;
    private final OwnEntries entries;

    OwnCheckupsPage(OwnChartPages pages, ChartFrames frames, HandbookCharts handbook, OwnEntries entries) {
        this.pages = pages;
        this.frames = frames;
        this.handbook = handbook;
        this.entries = entries;
    }

    /// A copied check-up where it stands (保存されている健診).
    private record StandingCheckup(OwnCheckup checkup, FacilityId facility, PatientId patient) {}

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            RangeQuery query,
            @RequestParam(required = false) @Nullable String told,
            ResidentCaller resident,
            Frame frame) {
        return shown(
                HttpStatus.OK, query, Pages.known(OwnCheckupsScreen.TOLD, told), TypedForm.NOTHING, resident, frame);
    }

    private ResponseEntity<String> shown(
            HttpStatus status,
            RangeQuery query,
            @Nullable String told,
            TypedForm form,
            ResidentCaller resident,
            Frame frame) {
        return pages.show(
                status,
                resident,
                ChartView.CHECKUPS,
                "care/owncheckups/checkups",
                frame,
                chart -> Optional.of(screen(chart, query, told, form, writes(resident), frame)));
    }

    private OwnCheckupsScreen screen(
            Chart chart, RangeQuery query, @Nullable String told, TypedForm form, boolean writes, Frame frame) {
        var page = chart.page(CHECKUP.mask(), Optional.empty(), query.span(), PAGE);
        var own = page.entries().stream().collect(partitioningBy(entry -> frames.isHandbook(entry.facility())));
        return new OwnCheckupsScreen(
                told,
                writes,
                handbook.facility().isEmpty(),
                form.value("entry", UUID.randomUUID().toString()),
                form,
                new CheckupSheets(frames::name, entry -> null, frame.m()).of(own.getOrDefault(false, List.of())),
                new CheckupSheets(frames::name, entry -> writes ? ADDRESS + "/" + entry.id() : null, frame.m())
                        .of(own.getOrDefault(true, List.of())),
                page.older()
                        ? UriComponentsBuilder.fromUriString(ADDRESS)
                                .queryParam(
                                        "before",
                                        page.entries().getLast().occurredAt().toInstant())
                                .encode()
                                .toUriString()
                        : null,
                query.beforeAsked().isPresent() ? ADDRESS : null);
    }

    /// Who may decide for the person and reads check-ups.
    private static boolean writes(ResidentCaller resident) {
        var held = resident.representation();
        return resident.decides() && (held == null || (held.kinds() & CHECKUP.mask()) != 0);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<String> keep(@RequestParam Map<String, String> fields, ResidentCaller resident, Frame frame) {
        if (!writes(resident)) {
            return pages.notFound(frame);
        }
        return switch (typed(fields)) {
            case TypedCheckup.Bad(var problems) -> refused(new TypedForm(fields, problems), resident, frame);
            case TypedCheckup.Good(var checkup) ->
                answer(
                        "kept",
                        entries.keep(resident, checkup),
                        problem -> refused(new TypedForm(fields, Map.of("entry", problem)), resident, frame));
        };
    }

    private TypedCheckup typed(Map<String, String> fields) {
        try {
            return CheckupFields.read(UUID.fromString(fields.getOrDefault("entry", "")), fields, frames.today());
        } catch (IllegalArgumentException e) {
            return new TypedCheckup.Bad(Map.of("entry", "entry"));
        }
    }

    private ResponseEntity<String> refused(TypedForm form, ResidentCaller resident, Frame frame) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, new RangeQuery(null, null), null, form, resident, frame);
    }

    private static ResponseEntity<String> answer(
            String told, KeptEntry kept, Function<String, ResponseEntity<String>> refused) {
        return switch (kept) {
            case KEPT -> Pages.seeOther(ADDRESS + "?told=" + told);
            case ALREADY -> Pages.seeOther(ADDRESS + "?told=already");
            case DIFFERS -> refused.apply("differs");
            case TOO_MANY -> refused.apply("many");
            case NOWHERE -> refused.apply("nowhere");
        };
    }

    /// One that was copied, with a form to put it right.
    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/checkups/{id}")
    ResponseEntity<String> one(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return writes(resident)
                ? shownOne(HttpStatus.OK, id, Optional.empty(), resident, frame)
                : pages.notFound(frame);
    }

    private ResponseEntity<String> shownOne(
            HttpStatus status, UUID id, Optional<TypedForm> typed, ResidentCaller resident, Frame frame) {
        return pages.show(
                status,
                resident,
                ChartView.CHECKUPS,
                "care/owncheckups/one",
                frame,
                chart -> find(chart, id)
                        .map(standing -> new CopiedCheckupScreen(
                                id.toString(), typed.orElseGet(() -> form(standing.checkup())))));
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/checkups/{id}")
    ResponseEntity<String> amend(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, ResidentCaller resident, Frame frame) {
        var stands = found(id, resident);
        if (stands.isEmpty()) {
            return pages.notFound(frame);
        }
        var standing = stands.get();
        return switch (CheckupFields.read(standing.checkup().id(), fields, frames.today())) {
            case TypedCheckup.Bad(var problems) -> refusedOne(id, new TypedForm(fields, problems), resident, frame);
            case TypedCheckup.Good(var checkup) ->
                checkup.equals(standing.checkup())
                        ? Pages.seeOther(ADDRESS + "?told=amended")
                        : answer(
                                "amended",
                                entries.amend(resident, standing.facility(), standing.patient(), checkup),
                                problem -> refusedOne(
                                        id, new TypedForm(fields, Map.of("entry", problem)), resident, frame));
        };
    }

    private ResponseEntity<String> refusedOne(UUID id, TypedForm form, ResidentCaller resident, Frame frame) {
        return shownOne(HttpStatus.UNPROCESSABLE_CONTENT, id, Optional.of(form), resident, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/checkups/{id}/withdraw")
    ResponseEntity<String> withdraw(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return found(id, resident)
                .map(standing -> answer(
                        "withdrawn",
                        entries.withdraw(resident, standing.facility(), standing.patient(), standing.checkup()),
                        problem -> refusedOne(
                                id,
                                new TypedForm(form(standing.checkup()).values(), Map.of("entry", problem)),
                                resident,
                                frame)))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// What stands in the chart now: nothing of a facility.
    private Optional<StandingCheckup> found(UUID id, ResidentCaller resident) {
        return writes(resident) ? pages.read(resident, ChartView.CHECKUPS, chart -> find(chart, id)) : Optional.empty();
    }

    private Optional<StandingCheckup> find(Chart chart, UUID id) {
        return chart.document(id)
                .filter(document -> frames.isHandbook(document.entry().facility()))
                .flatMap(document -> OwnCheckup.find(document.bundle())
                        .flatMap(checkup -> document.entry()
                                .patient()
                                .map(patient -> new StandingCheckup(
                                        checkup, document.entry().facility(), patient))));
    }

    private static TypedForm form(OwnCheckup checkup) {
        var values = new HashMap<String, String>();
        values.put("day", checkup.day().toString());
        checkup.values().forEach((item, value) -> values.put(item.word(), value));
        return new TypedForm(values, Map.of());
    }
}
