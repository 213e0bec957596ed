package hmnet.care.handbook;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.care.handbookapp.DrawnPage;
import hmnet.care.handbookapp.KeptPage;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.vitals.Vitals;
import hmnet.care.vitals.Vitals.DrawnVitals;
import hmnet.care.vitaltargets.DrawnTargets;
import hmnet.care.vitaltargets.TargetAlert;
import hmnet.care.vitaltargets.VitalTargets;
import hmnet.consent.residents.KeptDevices;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.ownrecords.EntryFields;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.TypedEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// What a resident measures at home, beside what facilities measured (からだの記録).
@Controller
class OwnVitalsPage implements KeptPage {
    static final String ADDRESS = "/my/vitals";

    private static final String TEMPLATE = "care/handbook/vitals";

    /// Where an entry of one's own is put right.
    static final String ENTRIES = ADDRESS + "/";

    /// Says that an entry comes from what a device wrote down without a network.
    private static final String QUEUED = "queued";

    private static final long KINDS = VITAL.mask() | CHECKUP.mask();
    /// What is measured each day is seen to go up or down only where years do not stand beside it.
    private static final Period USUAL = Period.THREE_MONTHS;

    private static final int PAGE = 400;
    private static final Set<String> TOLD = Set.of("kept", "already", "amended", "withdrawn");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final Vitals vitals;
    private final HandbookCharts handbook;
    private final OwnEntries entries;
    private final KeptDevices devices;
    private final VitalTargets targets;

    OwnVitalsPage(
            OwnChartPages pages,
            ChartFrames frames,
            Vitals vitals,
            HandbookCharts handbook,
            OwnEntries entries,
            KeptDevices devices,
            VitalTargets targets) {
        this.targets = targets;
        this.devices = devices;
        this.pages = pages;
        this.frames = frames;
        this.vitals = vitals;
        this.handbook = handbook;
        this.entries = entries;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            RangeQuery query,
            @RequestParam(required = false) @Nullable String told,
            ResidentCaller resident,
            Frame frame) {
        return shown(HttpStatus.OK, query, Pages.known(TOLD, told), TypedForm.NOTHING, resident, frame);
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
                ChartView.VITALS,
                TEMPLATE,
                frame,
                chart -> Optional.of(screen(chart, query, told, form, resident, writes(resident), frame)));
    }

    @Override
    public int order() {
        return 2;
    }

    /// Without the form: what is written without a network has a page of its own.
    @Override
    public List<DrawnPage> draw(Chart chart, ResidentCaller resident, Frame frame) {
        var reads = screen(chart, new RangeQuery(null, null), null, TypedForm.NOTHING, resident, false, frame);
        return List.of(
                DrawnPage.of(ADDRESS, frame.m().t("my.vitals"), pages.drawn(TEMPLATE, reads, resident, frame), null));
    }

    private OwnVitalsScreen screen(
            Chart chart,
            RangeQuery query,
            @Nullable String told,
            TypedForm form,
            ResidentCaller resident,
            boolean writes,
            Frame frame) {
        var period = query.periodOr(USUAL);
        var address = ADDRESS + "?period=" + period.word();
        var page = chart.page(KINDS, Optional.empty(), query.span(USUAL, frames.today()), PAGE);
        var standing = targets.standing(resident);
        var drawn = vitals.drawn(page.entries(), entry -> path(entry, writes), frame.m());
        return new OwnVitalsScreen(
                told,
                writes,
                handbook.facility().isEmpty(),
                form.value("entry", UUID.randomUUID().toString()),
                minute(frames.now()),
                form,
                TargetAlert.of(standing, own(page.entries()), frames.now()),
                new DrawnVitals(new DrawnTargets(standing, frame.m()).on(drawn.lines()), drawn.axis(), drawn.table()),
                period,
                OwnChartPages.older(address, page),
                query.beforeAsked().isPresent() ? address : null,
                pages.sources(chart, KINDS, frame.m()));
    }

    private List<ChartEntry> own(List<ChartEntry> entries) {
        return entries.stream()
                .filter(entry -> frames.isHandbook(entry.facility()))
                .toList();
    }

    /// As a field of a form says it.
    static String minute(OffsetDateTime at) {
        return at.atZoneSameInstant(ChartFrames.JAPAN).format(MINUTE);
    }

    private @Nullable String path(ChartEntry entry, boolean writes) {
        return writes && entry.kind() == VITAL && frames.isHandbook(entry.facility()) ? ENTRIES + entry.id() : null;
    }

    /// Who may decide for the person and reads what is measured.
    static boolean writes(ResidentCaller resident) {
        var held = resident.representation();
        return resident.decides() && (held == null || (held.kinds() & VITAL.mask()) != 0);
    }

    /// A form of a page, or what an app kept while it was offline (`queued`): that only from a device that
    /// keeps a copy for the same resident, else 401. The same `entry` sent again is one.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<?> keep(
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "Accept", defaultValue = "") String accept,
            HttpServletRequest request,
            ResidentCaller resident,
            Frame frame) {
        if (!writes(resident)) {
            return pages.notFound(frame);
        }
        if (fields.containsKey(QUEUED) && !devices.isOf(resident, request)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return switch (typed(fields)) {
            case TypedEntry.Bad(var problems) -> unkept(problems, fields, accept, resident, frame);
            case TypedEntry.Good(var entry) ->
                switch (entries.keep(resident, entry)) {
                    case KEPT -> kept("kept", accept);
                    case ALREADY -> kept("already", accept);
                    case DIFFERS -> unkept(Map.of("entry", "differs"), fields, accept, resident, frame);
                    case TOO_MANY -> unkept(Map.of("entry", "many"), fields, accept, resident, frame);
                    case NOWHERE -> unkept(Map.of("entry", "nowhere"), fields, accept, resident, frame);
                };
        };
    }

    private TypedEntry typed(Map<String, String> fields) {
        try {
            return EntryFields.read(UUID.fromString(fields.getOrDefault("entry", "")), fields, frames.now());
        } catch (IllegalArgumentException e) {
            return new TypedEntry.Bad(Map.of("entry", "entry"));
        }
    }

    private static ResponseEntity<?> kept(String told, String accept) {
        return isProgram(accept)
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("kept", true))
                : Pages.seeOther(ADDRESS + "?told=" + told);
    }

    private ResponseEntity<?> unkept(
            Map<String, String> problems,
            Map<String, String> fields,
            String accept,
            ResidentCaller resident,
            Frame frame) {
        var form = new TypedForm(fields, problems);
        return isProgram(accept)
                ? ResponseEntity.unprocessableContent()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("problems", words(form, frame.m())))
                : shown(HttpStatus.UNPROCESSABLE_CONTENT, new RangeQuery(null, null), null, form, resident, frame);
    }

    private static Map<String, String> words(TypedForm form, Messages m) {
        return form.problems().keySet().stream()
                .collect(Collectors.toMap(
                        field -> field, field -> String.valueOf(form.error(m, OwnVitalsScreen.PROBLEM, field))));
    }

    private static boolean isProgram(String accept) {
        return accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
