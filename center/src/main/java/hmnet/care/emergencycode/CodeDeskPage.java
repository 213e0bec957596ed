package hmnet.care.emergencycode;

import hmnet.care.emergencycode.CodeDeskScreen.AskedEnd;
import hmnet.care.emergencycode.CodeDeskScreen.EpochLine;
import hmnet.care.emergencycode.CodeEpochs.EpochResult;
import hmnet.care.emergencycode.PublishedKeys.PublishedKey;
import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the office ends a code by the number on its paper, and two of it end the key with all that it signed
/// (救急QRの窓口).
@Controller
class CodeDeskPage {
    static final String PATH = "/office/emergency-codes";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Set<String> DONE = Set.of("code", "asked", "ended", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "gone");

    private final EmergencyCodes codes;
    private final CodeEpochs epochs;
    private final PublishedKeys keys;
    private final Staff staff;
    private final Pages pages;

    CodeDeskPage(EmergencyCodes codes, CodeEpochs epochs, PublishedKeys keys, Staff staff, Pages pages) {
        this.codes = codes;
        this.epochs = epochs;
        this.keys = keys;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.emergency-codes", icon = "warn", group = MenuGroup.PEOPLE, order = 49)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        return page(Pages.known(DONE, done), Pages.known(PROBLEMS, problem), TypedForm.NOTHING, by, frame);
    }

    /// One code, for whoever lost its paper.
    @PostMapping("/office/emergency-codes/withdrawals")
    @Rule(Right.OFFICE)
    ResponseEntity<String> withdraw(@RequestParam(defaultValue = "") String number, Requester by, Frame frame) {
        return codes.end(number, by) ? to("done=code") : page(null, null, wrong("number", number), by, frame);
    }

    /// The first of two.
    @PostMapping("/office/emergency-codes/key/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> ask(@RequestParam(defaultValue = "") String why, Requester by, Frame frame) {
        return why.isBlank() || why.length() > CodeDeskScreen.WHY_MAX
                ? page(null, null, wrong("why", why), by, frame)
                : to(epochs.ask(why.strip(), by));
    }

    @PostMapping("/office/emergency-codes/key/end/agreement")
    @Rule(Right.OFFICE)
    ResponseEntity<String> agree(Requester by) {
        return to(epochs.agree(by));
    }

    @PostMapping("/office/emergency-codes/key/end/refusal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> refuse(Requester by) {
        return to(epochs.refuse(by));
    }

    private static ResponseEntity<String> to(EpochResult result) {
        return switch (result) {
            case ASKED -> to("done=asked");
            case ENDED -> to("done=ended");
            case REFUSED -> to("done=refused");
            case SAME_PERSON -> to("problem=second-person");
            case NOTHING -> to("problem=gone");
        };
    }

    private static ResponseEntity<String> to(String word) {
        return Pages.seeOther(PATH + "?" + word);
    }

    private static TypedForm wrong(String field, String typed) {
        return new TypedForm(Map.of(field, typed), Map.of(field, field));
    }

    private ResponseEntity<String> page(
            @Nullable String done, @Nullable String problem, TypedForm typed, Requester by, Frame frame) {
        var list = keys.asked();
        var screen = new CodeDeskScreen(
                problem,
                typed,
                done,
                list.keys().stream().map(CodeDeskPage::line).toList(),
                list.keys().stream().mapToInt(key -> key.withdrawn().size()).sum(),
                PublishedKeys.WITHDRAWN_MAX,
                list.complete(),
                epochs.waiting().map(one -> asked(one, by)).orElse(null));
        return Pages.answer(
                typed.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("care/emergencycode/desk", frame, Map.of("page", screen)));
    }

    private static EpochLine line(PublishedKey key) {
        var ended = key.ended();
        return new EpochLine(key.epoch(), key.id(), at(key.from()), ended == null ? null : at(ended));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(JAPAN).toOffsetDateTime();
    }

    private AskedEnd asked(Approval one, Requester by) {
        var name = staff.names(List.of(StaffId.of(one.by()))).getOrDefault(StaffId.of(one.by()), "");
        return new AskedEnd(one.why(), name, one.at(), one.by().equals(by.actor()));
    }
}
