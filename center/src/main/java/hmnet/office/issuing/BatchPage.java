package hmnet.office.issuing;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.Batches.ClosingResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Cards are ordered together, followed one by one, and added up (カードの印刷と数合わせ).
@Controller
class BatchPage {
    private final Batches batches;
    private final BatchRows rows;
    private final Staff staff;
    private final Pages pages;

    BatchPage(Batches batches, BatchRows rows, Staff staff, Pages pages) {
        this.batches = batches;
        this.rows = rows;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/office/batches")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.card-batches", icon = "id", group = MenuGroup.CARDS, order = 60)
    ResponseEntity<String> all(Frame frame) {
        return all(null, frame);
    }

    @PostMapping("/office/batches")
    @Rule(Right.OFFICE)
    @ChecksNumbers("number")
    ResponseEntity<String> order(
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String design,
            Requester requester,
            Frame frame) {
        return batches.order(number, design, requester)
                .map(batch -> to("/office/batches/" + batch))
                .orElseGet(() -> all("nothing", frame));
    }

    @GetMapping("/office/batches/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(@PathVariable long id, Frame frame) {
        return page(null, id, frame);
    }

    @PostMapping("/office/batches/{id}/file")
    @Rule(Right.OFFICE)
    ResponseEntity<byte[]> file(@PathVariable long id, Requester requester) {
        return batches.file(id, requester)
                .map(csv -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cards-" + id + ".csv\"")
                        .body(csv.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// What became of the cards that were picked.
    @PostMapping("/office/batches/{id}/cards")
    @Rule(Right.OFFICE)
    @ChecksNumbers("number")
    ResponseEntity<String> move(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String checked,
            Requester requester,
            Frame frame) {
        var to = CardState.of(state);
        var moved = to.isPresent()
                && !number.isEmpty()
                && number.stream()
                        .map(one -> batches.move(id, one, to.get(), checked, requester))
                        .reduce(true, Boolean::logicalAnd);
        return moved ? to("/office/batches/" + id) : page("move", id, frame);
    }

    @PostMapping("/office/batches/{id}/count")
    @Rule(Right.OFFICE)
    ResponseEntity<String> count(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int counted,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        return after(batches.count(id, counted, why, requester), id, frame);
    }

    /// The second person.
    @PostMapping("/office/batches/{id}/acceptance")
    @Rule(Right.OFFICE)
    ResponseEntity<String> accept(@PathVariable long id, Requester requester, Frame frame) {
        return after(batches.accept(id, requester), id, frame);
    }

    private ResponseEntity<String> after(ClosingResult closing, long id, Frame frame) {
        return switch (closing) {
            case CLOSED, WAITS_FOR_SECOND -> to("/office/batches/" + id);
            case SAME_PERSON -> page("same-person", id, frame);
            case REFUSED -> page("refused", id, frame);
        };
    }

    private ResponseEntity<String> all(@Nullable String problem, Frame frame) {
        var screen = new BatchesScreen(problem, rows.waiting(), rows.waitingCount(), rows.designs(), rows.all());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/batches", frame, Map.of("page", screen)));
    }

    private ResponseEntity<String> page(@Nullable String problem, long id, Frame frame) {
        return rows.find(id)
                .map(batch -> Pages.answer(
                        problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                        pages.render(
                                "office/issuing/batch",
                                frame,
                                Map.of("page", new BatchScreen(problem, batch, counter(batch))))))
                .orElseGet(() -> pages.notFound(frame));
    }

    private @Nullable String counter(PrintBatch batch) {
        var by = batch.countedBy();
        return by == null ? null : staff.names(List.of(by)).get(by);
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
