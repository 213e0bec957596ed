package hmnet.care.handbook;

import hmnet.care.viewer.ChartFrames;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.ownrecords.EntryFields;
import hmnet.record.ownrecords.FiledEntry;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntries.KeptEntry;
import hmnet.record.ownrecords.OwnEntry;
import hmnet.record.ownrecords.StandingEntry;
import hmnet.record.ownrecords.TypedEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Puts right, or takes back, what a resident wrote down (からだの記録の訂正). Found in the person's own chart alone.
@Controller
class OwnEntryPage {
    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final OwnEntries entries;

    OwnEntryPage(OwnChartPages pages, ChartFrames frames, OwnEntries entries) {
        this.pages = pages;
        this.frames = frames;
        this.entries = entries;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/vitals/{id}")
    ResponseEntity<String> show(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return OwnVitalsPage.writes(resident)
                ? shown(HttpStatus.OK, id, Optional.empty(), resident, frame)
                : pages.notFound(frame);
    }

    private ResponseEntity<String> shown(
            HttpStatus status, UUID id, Optional<TypedForm> typed, ResidentCaller resident, Frame frame) {
        return pages.show(
                status,
                resident,
                ChartView.VITALS,
                "care/handbook/entry",
                frame,
                chart -> find(chart, id)
                        .map(standing ->
                                new OwnEntryScreen(id.toString(), typed.orElseGet(() -> form(standing.entry())))));
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/vitals/{id}")
    ResponseEntity<String> amend(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, ResidentCaller resident, Frame frame) {
        var stands = found(id, resident);
        if (stands.isEmpty()) {
            return pages.notFound(frame);
        }
        var standing = stands.get();
        return switch (EntryFields.read(standing.entry().id(), fields, frames.now())) {
            case TypedEntry.Bad(var problems) -> refused(id, new TypedForm(fields, problems), resident, frame);
            case TypedEntry.Good(var entry) ->
                entry.equals(standing.entry())
                        ? told("amended")
                        : answer("amended", entries.amend(resident, standing, entry), id, fields, resident, frame);
        };
    }

    private ResponseEntity<String> answer(
            String told, KeptEntry kept, UUID id, Map<String, String> fields, ResidentCaller resident, Frame frame) {
        return switch (kept) {
            case KEPT, ALREADY -> told(told);
            case DIFFERS -> refused(id, new TypedForm(fields, Map.of("entry", "differs")), resident, frame);
            case TOO_MANY -> refused(id, new TypedForm(fields, Map.of("entry", "many")), resident, frame);
            case NOWHERE -> refused(id, new TypedForm(fields, Map.of("entry", "nowhere")), resident, frame);
        };
    }

    private static ResponseEntity<String> told(String told) {
        return Pages.seeOther(OwnVitalsPage.ADDRESS + "?told=" + told);
    }

    private ResponseEntity<String> refused(UUID id, TypedForm form, ResidentCaller resident, Frame frame) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, Optional.of(form), resident, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/vitals/{id}/withdraw")
    ResponseEntity<String> withdraw(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return found(id, resident)
                .map(standing -> answer(
                        "withdrawn",
                        entries.withdraw(resident, standing),
                        id,
                        form(standing.entry()).values(),
                        resident,
                        frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// What stands in the chart now: neither what was put right before nor anything of a facility.
    private Optional<StandingEntry> found(UUID id, ResidentCaller resident) {
        return OwnVitalsPage.writes(resident)
                ? pages.read(resident, ChartView.VITALS, chart -> find(chart, id))
                : Optional.empty();
    }

    private Optional<StandingEntry> find(Chart chart, UUID id) {
        return chart.document(id)
                .filter(document -> frames.isHandbook(document.entry().facility()))
                .flatMap(document -> FiledEntry.find(document.bundle())
                        .flatMap(entry -> document.entry()
                                .patient()
                                .map(patient -> new StandingEntry(
                                        entry, document.entry().facility(), patient))));
    }

    private static TypedForm form(OwnEntry entry) {
        var values = new HashMap<String, String>();
        values.put("measured", OwnVitalsPage.minute(entry.at()));
        entry.values().forEach((measure, number) -> values.put(measure.word(), number.toPlainString()));
        values.put("meal", entry.meal());
        values.put("note", entry.note());
        return new TypedForm(values, Map.of());
    }
}
