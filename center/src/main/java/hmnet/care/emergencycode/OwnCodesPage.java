package hmnet.care.emergencycode;

import hmnet.care.emergencycode.OwnCodesScreen.OwnCodeLine;
import hmnet.care.emergencycode.OwnCodesScreen.OwnCodeScreen;
import hmnet.care.handbookapp.DrawnPage;
import hmnet.care.handbookapp.KeptPage;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident chooses what a code says, reads exactly that, makes it, prints it and ends it (わたしの救急QR). Who
/// represents somebody makes one only if they may read and decide, never with sensitive records, and sees the words of
/// those alone that they made.
@Controller
class OwnCodesPage implements KeptPage {
    private static final String PATH = "/my/emergency-code";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Set<String> TOLD = Set.of("ended", "gone", "closed");

    private final CodeDrafts drafts;
    private final EmergencyCodes codes;
    private final CodePapers papers;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnCodesPage(CodeDrafts drafts, EmergencyCodes codes, CodePapers papers, OwnWhoses whoses, Pages pages) {
        this.drafts = drafts;
        this.codes = codes;
        this.papers = papers;
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String told, ResidentCaller resident, Frame frame) {
        codes.listed(resident);
        return list(Pages.known(TOLD, told), TypedForm.NOTHING, resident, frame);
    }

    /// Shows what a code would say. The chart is opened here, and for nothing else on these pages.
    @Rule(Right.SUBJECT_READS)
    @PostMapping(PATH)
    ResponseEntity<String> draft(
            @RequestParam(required = false) @Nullable List<String> part,
            @RequestParam(defaultValue = "") String sensitive,
            @RequestParam(defaultValue = "") String months,
            ResidentCaller resident,
            Frame frame) {
        if (!resident.decides()) {
            return pages.notFound(frame.ofResident());
        }
        var parts = CodePart.of(part == null ? List.of() : part);
        var asked = months(months);
        var problems = new HashMap<String, String>();
        if (parts.isEmpty()) {
            problems.put("part", "part");
        }
        if (asked.isEmpty()) {
            problems.put("months", "months");
        }
        if (!problems.isEmpty()) {
            var typed = new HashMap<>(Map.of("months", months, "sensitive", sensitive));
            parts.forEach(one -> typed.put("part-" + one.word(), one.word()));
            return list(null, new TypedForm(typed, problems), resident, frame);
        }
        var all = sensitive.equals("yes") && resident.representation() == null;
        return drafts.draw(resident, new CodeScope(parts, all, asked.orElseThrow()))
                .map(id -> Pages.seeOther(PATH + "/" + id))
                .orElseGet(() -> Pages.seeOther(PATH + "?told=closed"));
    }

    private static Optional<Integer> months(String typed) {
        return typed.matches("[1-9]|1[0-2]") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/emergency-code/{id}")
    ResponseEntity<String> show(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return one(id, null, HttpStatus.OK, resident, frame);
    }

    /// Signs what was read.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/emergency-code/{id}")
    ResponseEntity<String> make(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        if (!resident.reads()) {
            return pages.notFound(frame.ofResident());
        }
        return switch (codes.make(resident, id)) {
            case MADE -> Pages.seeOther(PATH + "/" + id);
            case GONE -> Pages.seeOther(PATH + "?told=gone");
            case TOO_MANY -> one(id, "many", HttpStatus.UNPROCESSABLE_CONTENT, resident, frame);
        };
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/emergency-code/{id}/end")
    ResponseEntity<String> end(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return codes.end(resident, id) ? Pages.seeOther(PATH + "?told=ended") : pages.notFound(frame.ofResident());
    }

    /// For the lock screen of a telephone.
    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/emergency-code/{id}/picture")
    ResponseEntity<?> picture(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        var code = codes.own(resident, id);
        var text = code.flatMap(codes::text);
        if (text.isEmpty()) {
            return pages.notFound(frame.ofResident());
        }
        codes.looked(resident, code.orElseThrow());
        var name = "emergency-" + code.orElseThrow().number() + ".png";
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new CodePicture(text.get()).lockScreen());
    }

    private ResponseEntity<String> one(
            UUID id, @Nullable String problem, HttpStatus status, ResidentCaller resident, Frame frame) {
        var code = codes.own(resident, id);
        var text = code.flatMap(codes::text);
        var draft = code.filter(codes::isMakeable);
        if (text.isEmpty() && draft.isEmpty()) {
            return code.isPresent() ? Pages.seeOther(PATH + "?told=gone") : pages.notFound(frame.ofResident());
        }
        var kept = code.orElseThrow();
        codes.looked(resident, kept);
        return Pages.answer(
                status, rendered("care/emergencycode/own-code", screen(kept, text, problem), resident, frame));
    }

    private OwnCodeScreen screen(KeptCode kept, Optional<String> text, @Nullable String problem) {
        return new OwnCodeScreen(
                kept.id(),
                kept.number(),
                Objects.requireNonNull(kept.words()),
                kept.madeAt() == null ? null : LocalDate.ofInstant(kept.madeAt(), JAPAN),
                lastDay(codes.until(kept)),
                text.map(one -> new CodePicture(one).drawing()).orElse(null),
                problem);
    }

    @Override
    public int order() {
        return 2;
    }

    /// Each code that counts and whose words this account may see, to be shown to a crew from the device.
    @Override
    public List<DrawnPage> draw(Chart chart, ResidentCaller resident, Frame frame) {
        return codes.of(resident).stream()
                .filter(code -> codes.isShown(code, resident))
                .flatMap(code -> codes.text(code).map(text -> drawn(code, text, resident, frame)).stream())
                .toList();
    }

    private DrawnPage drawn(KeptCode code, String text, ResidentCaller resident, Frame frame) {
        var page = rendered("care/emergencycode/own-code", screen(code, Optional.of(text), null), resident, frame);
        var title = frame.m().t("my.emergency-code") + " " + code.number();
        return DrawnPage.of(PATH + "/" + code.id(), title, page, codes.until(code));
    }

    private ResponseEntity<String> list(@Nullable String told, TypedForm form, ResidentCaller resident, Frame frame) {
        var lines =
                codes.of(resident).stream().map(code -> line(code, resident)).toList();
        return Pages.answer(
                form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                rendered("care/emergencycode/own", new OwnCodesScreen(told, lines, form), resident, frame));
    }

    private String rendered(String template, Object screen, ResidentCaller resident, Frame frame) {
        return pages.render(template, frame.ofResident(), Map.of("page", screen, "whose", whoses.of(resident)));
    }

    private OwnCodeLine line(KeptCode code, ResidentCaller resident) {
        return new OwnCodeLine(
                code.id(),
                code.number(),
                LocalDate.ofInstant(Objects.requireNonNull(code.madeAt()), JAPAN),
                lastDay(codes.until(code)),
                codes.standing(code),
                codes.isShown(code, resident),
                papers.isOld(code, new PersonId(resident.person())));
    }

    private static LocalDate lastDay(Instant until) {
        return LocalDate.ofInstant(until, JAPAN).minusDays(1);
    }
}
