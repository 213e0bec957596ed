package hmnet.care.vitaltargets;

import hmnet.care.vitaltargets.TargetFields.TypedTarget;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A resident sets what they want their measures to be, and from where on they want to be told (からだの記録の目標).
@Controller
class OwnTargetsPage {
    static final String ADDRESS = "/my/vitals/targets";

    private static final String TEMPLATE = "care/vitaltargets/targets";
    private static final Set<String> TOLD = Set.of("set", "already", "ended", "gone");

    private final VitalTargets targets;
    private final HandbookCharts handbook;
    private final Charts charts;
    private final OwnWhoses whoses;
    private final Pages pages;
    private final Clock clock;

    OwnTargetsPage(
            VitalTargets targets, HandbookCharts handbook, Charts charts, OwnWhoses whoses, Pages pages, Clock clock) {
        this.targets = targets;
        this.handbook = handbook;
        this.charts = charts;
        this.whoses = whoses;
        this.pages = pages;
        this.clock = clock;
    }

    /// @param measure which one is to be set or put right
    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told,
            @RequestParam(defaultValue = "") String measure,
            ResidentCaller resident,
            Frame frame) {
        return shown(
                HttpStatus.OK,
                Pages.known(TOLD, told),
                TargetFields.measure(measure),
                Optional.empty(),
                resident,
                frame);
    }

    private ResponseEntity<String> shown(
            HttpStatus status,
            @Nullable String told,
            Optional<OwnMeasure> measure,
            Optional<TypedForm> typed,
            ResidentCaller resident,
            Frame frame) {
        return within(resident, () -> screen(told, measure, typed, resident))
                .map(screen -> Pages.answer(
                        status,
                        pages.render(
                                TEMPLATE, frame.ofResident(), Map.of("page", screen, "whose", whoses.of(resident)))))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }

    /// Decided and logged like each look into the own chart, in one transaction with what is done there.
    private <T> Optional<T> within(ResidentCaller resident, Supplier<T> act) {
        return charts.openOwn(resident, ChartView.VITALS, opening -> switch (opening) {
            case Opening.Opened opened -> Optional.of(act.get());
            case Opening.Closed closed -> Optional.empty();
        });
    }

    private OwnTargetsScreen screen(
            @Nullable String told, Optional<OwnMeasure> measure, Optional<TypedForm> typed, ResidentCaller resident) {
        var own = targets.own(resident);
        var asked = VitalTargets.writes(resident) ? measure : Optional.<OwnMeasure>empty();
        return new OwnTargetsScreen(
                told,
                VitalTargets.writes(resident),
                handbook.facility().isEmpty(),
                asked.orElse(null),
                typed.orElseGet(() -> asked.map(one -> form(one, own)).orElse(TypedForm.NOTHING)),
                today(),
                own);
    }

    /// What stands is put right from where it stands.
    private TypedForm form(OwnMeasure measure, List<VitalTarget> own) {
        var values = new HashMap<>(Map.of("set-on", today().toString()));
        own.stream()
                .filter(target -> target.state() == TargetState.STANDS)
                .map(VitalTarget::range)
                .filter(range -> range.measure() == measure)
                .findFirst()
                .ifPresent(range -> {
                    put(values, "low", range.low());
                    put(values, "high", range.high());
                    put(values, "alert-low", range.alertLow());
                    put(values, "alert-high", range.alertHigh());
                    values.put("origin", range.origin().word());
                    values.put("set-on", range.setOn().toString());
                    values.put("advice", range.advice());
                });
        return new TypedForm(values, Map.of());
    }

    private static void put(Map<String, String> values, String field, @Nullable BigDecimal number) {
        if (number != null) {
            values.put(field, number.toPlainString());
        }
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<String> set(@RequestParam Map<String, String> fields, ResidentCaller resident, Frame frame) {
        var measure = TargetFields.measure(fields.getOrDefault("measure", ""));
        if (!VitalTargets.writes(resident) || measure.isEmpty()) {
            return pages.notFound(frame.ofResident());
        }
        return switch (TargetFields.read(measure.get(), fields, today())) {
            case TypedTarget.Bad(var problems) -> refused(measure, fields, problems, resident, frame);
            case TypedTarget.Good(var range) -> set(range, fields, resident, frame);
        };
    }

    private ResponseEntity<String> set(
            TargetRange range, Map<String, String> fields, ResidentCaller resident, Frame frame) {
        var measure = Optional.of(range.measure());
        var place = targets.ready(resident);
        if (place.isEmpty()) {
            return refused(measure, fields, Map.of("measure", "nowhere"), resident, frame);
        }
        return within(resident, () -> targets.set(resident, place.get(), range))
                .map(set -> switch (set) {
                    case SET -> Pages.seeOther(ADDRESS + "?told=set");
                    case ALREADY -> Pages.seeOther(ADDRESS + "?told=already");
                    case TOO_MANY -> refused(measure, fields, Map.of("measure", "many"), resident, frame);
                })
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }

    private ResponseEntity<String> refused(
            Optional<OwnMeasure> measure,
            Map<String, String> fields,
            Map<String, String> problems,
            ResidentCaller resident,
            Frame frame) {
        var form = new TypedForm(fields, problems);
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, null, measure, Optional.of(form), resident, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/vitals/targets/{id}/end")
    ResponseEntity<String> end(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return VitalTargets.writes(resident)
                ? within(resident, () -> targets.end(resident, id))
                        .map(ended -> Pages.seeOther(ADDRESS + "?told=" + (ended ? "ended" : "gone")))
                        .orElseGet(() -> pages.notFound(frame.ofResident()))
                : pages.notFound(frame.ofResident());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(JapaneseDates.JAPAN));
    }
}
