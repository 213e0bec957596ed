package hmnet.record.doubles;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.doubles.Doubles.HidingDecision;
import hmnet.record.doubles.DoublesScreen.DoublesLine;
import hmnet.record.doubles.DoublesScreen.FacilityDoubles;
import hmnet.record.doubles.DoublesScreen.ReceiptSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The operators' page of doubles (重複の疑い), by facility, kind and month.
@Controller
class DoublesPage {
    private static final Set<String> DONE =
            Set.of("search", "proposed", "hidden", "withdrawn", "shown", "different", "reopened");

    private final Doubles doubles;
    private final DoubleSearches searches;
    private final LikelyDoubles likely;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    DoublesPage(
            Doubles doubles,
            DoubleSearches searches,
            LikelyDoubles likely,
            Facilities facilities,
            Staff staff,
            Pages pages) {
        this.doubles = doubles;
        this.searches = searches;
        this.likely = likely;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/doubles")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.doubles", icon = "question", group = MenuGroup.DATA, order = 30)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Requester by, Frame frame) {
        return page(HttpStatus.OK, Pages.known(DONE, done), null, by, frame);
    }

    @PostMapping("/doubles/search")
    @Rule(Right.OPERATE)
    ResponseEntity<String> search(@RequestParam(defaultValue = "0") long facility, Requester by, Frame frame) {
        if (disclosing().noneMatch(known -> known.id().value() == facility)) {
            return pages.notFound(frame);
        }
        doubles.search(new FacilityId(facility), by);
        return back("search");
    }

    @PostMapping("/doubles")
    @Rule(Right.OPERATE)
    ResponseEntity<String> propose(
            @RequestParam(defaultValue = "0") long facility,
            @RequestParam(required = false) @Nullable RecordKind kind,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "0") int rows,
            Requester by,
            Frame frame) {
        var first = TypedForm.day(month);
        return kind == null || first.isEmpty()
                ? page(HttpStatus.CONFLICT, null, "changed", by, frame)
                : answer(doubles.propose(new FacilityId(facility), kind, first.get(), rows, by), "proposed", by, frame);
    }

    @PostMapping("/doubles/differences")
    @Rule(Right.OPERATE)
    ResponseEntity<String> differ(
            @RequestParam(defaultValue = "0") long facility,
            @RequestParam(required = false) @Nullable RecordKind kind,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "0") int rows,
            Requester by,
            Frame frame) {
        var first = TypedForm.day(month);
        return kind == null || first.isEmpty()
                ? page(HttpStatus.CONFLICT, null, "changed", by, frame)
                : answer(doubles.differ(new FacilityId(facility), kind, first.get(), rows, by), "different", by, frame);
    }

    @PostMapping("/doubles/{decision}/reopening")
    @Rule(Right.OPERATE)
    ResponseEntity<String> reopen(@PathVariable long decision, Requester by, Frame frame) {
        return answer(doubles.reopen(decision, by), "reopened", by, frame);
    }

    @PostMapping("/doubles/{decision}/hiding")
    @Rule(Right.OPERATE)
    ResponseEntity<String> hide(
            @PathVariable long decision, @RequestParam(defaultValue = "0") int rows, Requester by, Frame frame) {
        return answer(doubles.hide(decision, rows, by), "hidden", by, frame);
    }

    @PostMapping("/doubles/{decision}/withdrawal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> withdraw(@PathVariable long decision, Requester by, Frame frame) {
        return answer(doubles.withdraw(decision, by), "withdrawn", by, frame);
    }

    @PostMapping("/doubles/{decision}/showing")
    @Rule(Right.OPERATE)
    ResponseEntity<String> bringBack(@PathVariable long decision, Requester by, Frame frame) {
        return answer(doubles.show(decision, by), "shown", by, frame);
    }

    private ResponseEntity<String> answer(Doubles.HidingResult outcome, String done, Requester by, Frame frame) {
        return switch (outcome) {
            case DONE -> back(done);
            case OWN -> page(HttpStatus.CONFLICT, null, "own", by, frame);
            case CHANGED -> page(HttpStatus.CONFLICT, null, "changed", by, frame);
        };
    }

    private static ResponseEntity<String> back(String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/doubles?done=" + done)
                .build();
    }

    private Stream<Facility> disclosing() {
        return facilities.all().stream().filter(Facility::discloses);
    }

    private ResponseEntity<String> page(
            HttpStatus status, @Nullable String done, @Nullable String problem, Requester by, Frame frame) {
        var decisions = doubles.standing();
        var names = staff.names(
                decisions.values().stream().map(HidingDecision::by).distinct().toList());
        var groups = likely.groups().stream().collect(Collectors.groupingBy(LikelyDoubles.DoubleGroup::facility));
        var parts = searches.all().entrySet().stream()
                .map(search -> part(
                        facilities.get(search.getKey()),
                        search.getValue(),
                        groups.getOrDefault(search.getKey(), List.of()),
                        group -> line(group, decisions, names, by)))
                .sorted(Comparator.comparing(FacilityDoubles::code))
                .toList();
        var choices = disclosing()
                .map(facility -> new DoublesScreen.DoublesFacility(facility.id().value(), facility.name()))
                .toList();
        var screen = new DoublesScreen(done, problem, choices, parts);
        return Pages.answer(status, pages.render("record/doubles/doubles", frame, Map.of("page", screen)));
    }

    private FacilityDoubles part(
            Facility facility,
            DoubleSearches.Search search,
            List<LikelyDoubles.DoubleGroup> groups,
            Function<LikelyDoubles.DoubleGroup, DoublesLine> line) {
        var ended = search.endedAt();
        return new FacilityDoubles(
                facility.name(),
                facility.code(),
                ended == null ? "waiting" : search.broken() ? "broken" : "ended",
                search.patients(),
                ended == null ? search.askedAt() : ended,
                groups.stream().map(line).toList());
    }

    private static DoublesLine line(
            LikelyDoubles.DoubleGroup group,
            Map<Long, HidingDecision> decisions,
            Map<StaffId, String> names,
            Requester by) {
        var decision = group.decision() == null ? null : decisions.get(group.decision());
        return new DoublesLine(
                group.facility().value(),
                decision == null ? 0 : decision.id(),
                group.kind(),
                YearMonth.from(group.month()),
                group.rows(),
                group.patients(),
                received(group.olderFrom(), group.olderUntil()),
                received(group.from(), group.until()),
                state(group, decision, by),
                decision == null ? null : names.get(decision.by()),
                decision == null ? null : day(decision.at()));
    }

    private static String state(LikelyDoubles.DoubleGroup group, @Nullable HidingDecision decision, Requester by) {
        if (decision == null) {
            return "likely";
        }
        if (group.hidden()) {
            return "hidden";
        }
        if (group.different()) {
            return "different";
        }
        return decision.by().equals(by.staff()) ? "own" : "asked";
    }

    private static ReceiptSpan received(OffsetDateTime from, OffsetDateTime until) {
        return new ReceiptSpan(day(from), day(until));
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.withOffsetSameInstant(Hl7Time.JAPAN).toLocalDate();
    }
}
