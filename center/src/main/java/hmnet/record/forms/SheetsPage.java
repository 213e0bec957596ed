package hmnet.record.forms;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.forms.SheetEntry.EntryResult;
import hmnet.record.forms.SheetsScreen.SheetLine;
import hmnet.record.sheets.SheetFinding;
import hmnet.record.sheets.SheetReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the office enters sheets (帳票の管理): a file, what is wrong with it, a try without storing anything, and a second
/// person.
@Controller
class SheetsPage {
    private static final String PATH = "/office/forms";
    private static final Set<String> TOLD =
            Arrays.stream(EntryResult.values()).map(EntryResult::word).collect(Collectors.toUnmodifiableSet());

    private final SheetStore sheets;
    private final SheetEntry entry;
    private final Staff staff;
    private final Pages pages;

    SheetsPage(SheetStore sheets, SheetEntry entry, Staff staff, Pages pages) {
        this.sheets = sheets;
        this.entry = entry;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.forms", icon = "consent", group = MenuGroup.NETWORK, order = 63)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        return page(HttpStatus.OK, List.of(), false, Pages.known(TOLD, told), requester, frame);
    }

    @PostMapping(PATH)
    @Rule(Right.OFFICE)
    ResponseEntity<String> enter(HttpServletRequest request, Requester requester, Frame frame) throws IOException {
        var form = SentForm.of(
                request.getContentType(), request.getContentLengthLong(), request.getInputStream(), SheetReader.BYTES);
        var bytes = form.map(sent -> sent.file("file")).orElse(new byte[0]);
        var read = SheetReader.read(bytes);
        if (read.sheet().isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, read.findings(), true, null, requester, frame);
        }
        var result = entry.enter(read.sheet().get(), bytes, requester);
        return result == EntryResult.ENTERED && !read.findings().isEmpty()
                ? page(HttpStatus.OK, read.findings(), false, result.word(), requester, frame)
                : told(result);
    }

    /// @param act `agree`, `refuse` or `end`
    @PostMapping("/office/forms/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> act(
            @PathVariable long id, @RequestParam(defaultValue = "") String act, Requester requester, Frame frame) {
        return switch (act) {
            case "agree" -> told(entry.agree(id, requester));
            case "refuse" -> told(entry.refuse(id, requester));
            case "end" -> told(entry.askEnd(id, requester));
            // From outside: what this form does not offer.
            default -> pages.notFound(frame);
        };
    }

    private static ResponseEntity<String> told(EntryResult result) {
        return Pages.seeOther(PATH + "?told=" + result.word());
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            List<SheetFinding> findings,
            boolean refused,
            @Nullable String told,
            Requester requester,
            Frame frame) {
        var language = frame.m().language().tag();
        var asked = entry.waiting();
        var lines = sheets.all().stream()
                .map(kept -> {
                    var waiting = Optional.ofNullable(asked.get(kept.id()));
                    return new SheetLine(
                            kept.id(),
                            kept.sheet().title().in(language),
                            kept.sheet().canonical(),
                            kept.enteredAt(),
                            kept.since(),
                            kept.until(),
                            waiting.map(one -> name(one.by().number())).orElse(null),
                            waiting.map(one -> one.what().equals("end")).orElse(false),
                            waiting.map(one -> one.by().equals(requester.actor()))
                                    .orElse(false));
                })
                .toList();
        return Pages.answer(
                status,
                pages.render(
                        "record/forms/office",
                        frame,
                        Map.of("page", new SheetsScreen(lines, findings, refused, told))));
    }

    private String name(long number) {
        var id = new StaffId(number);
        return staff.names(List.of(id)).getOrDefault(id, "");
    }
}
