package hmnet.care.lifebox;

import hmnet.care.handbookapp.DrawnPage;
import hmnet.care.handbookapp.KeptPage;
import hmnet.care.lifebox.BoxSigning.DraftStart;
import hmnet.care.lifebox.OwnBoxScreen.EarlierBox;
import hmnet.care.lifebox.OwnBoxScreen.EarlierBoxScreen;
import hmnet.care.viewer.ChartFrames;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.forms.SignedSheets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a resident wants others to know when they cannot speak (わたしの命の宝箱): read, printed, said to be right still, and
/// what staff wrote for them confirmed.
@Controller
class OwnLifeboxPage implements KeptPage {
    static final String ADDRESS = "/my/lifebox";
    private static final String TEMPLATE = "care/lifebox/own";
    private static final Set<String> TOLD = Set.of(
            "signed",
            "reviewed",
            "changed",
            "confirmed",
            "unconfirmed",
            "refused",
            "many",
            "draft",
            "nowhere",
            "gone",
            "discarded");

    private final OwnBoxes boxes;
    private final Lifeboxes lifeboxes;
    private final BoxAuthors authors;
    private final BoxSigning signing;
    private final SignedSheets signedSheets;
    private final BoxDrawing drawing;
    private final CodeOnPaper.CodeSource codes;
    private final ChartFrames frames;

    OwnLifeboxPage(
            OwnBoxes boxes,
            Lifeboxes lifeboxes,
            BoxAuthors authors,
            BoxSigning signing,
            SignedSheets signedSheets,
            BoxDrawing drawing,
            CodeOnPaper.CodeSource codes,
            ChartFrames frames) {
        this.boxes = boxes;
        this.lifeboxes = lifeboxes;
        this.authors = authors;
        this.signing = signing;
        this.signedSheets = signedSheets;
        this.drawing = drawing;
        this.codes = codes;
        this.frames = frames;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, ResidentCaller resident, Frame frame) {
        return boxes.with(resident, () -> Optional.of(screen(Pages.known(TOLD, told), resident, frame.m())))
                .map(screen -> boxes.answer(HttpStatus.OK, TEMPLATE, screen, resident, frame))
                .orElseGet(() -> boxes.notFound(frame));
    }

    private OwnBoxScreen screen(@Nullable String told, ResidentCaller resident, Messages m) {
        var person = new PersonId(resident.person());
        var standing = lifeboxes.standing(person);
        return new OwnBoxScreen(
                told,
                standing.map(box -> drawing.whole(box, m)).orElse(null),
                lifeboxes.proposal(person).map(box -> drawing.whole(box, m)).orElse(null),
                OwnBoxes.writes(resident)
                        && authors.known(resident).flatMap(signing::draft).isPresent(),
                OwnBoxes.writes(resident) && standing.filter(lifeboxes::isDue).isPresent(),
                lifeboxes.before(person).stream()
                        .map(box -> new EarlierBox(
                                box.id(), box.signedAt(), box.response().author()))
                        .toList(),
                codes.newest(resident).orElse(null),
                frames.now());
    }

    /// One that stood before.
    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/lifebox/{id}")
    ResponseEntity<String> before(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return boxes.with(
                        resident,
                        () -> lifeboxes.before(new PersonId(resident.person())).stream()
                                .filter(box -> box.id().equals(id))
                                .findFirst()
                                .map(box -> new EarlierBoxScreen(drawing.whole(box, frame.m()))))
                .map(screen -> boxes.answer(HttpStatus.OK, "care/lifebox/before", screen, resident, frame))
                .orElseGet(() -> boxes.notFound(frame));
    }

    /// Begins to write, or goes on where the writer left.
    ///
    /// @param from a proposal to begin from
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<String> begin(
            @RequestParam(required = false) @Nullable UUID from, ResidentCaller resident, Frame frame) {
        if (!OwnBoxes.writes(resident)) {
            return boxes.notFound(frame);
        }
        var author = authors.ready(resident);
        return author.isEmpty()
                ? told("nowhere")
                : boxes.with(resident, () -> Optional.of(signing.begin(author.get(), Optional.ofNullable(from))))
                        .map(beginning -> switch (beginning) {
                            case DraftStart.Begun(var draft) -> Pages.seeOther(OwnLifeboxFillPage.ADDRESS + draft);
                            case DraftStart.Barred(var why) -> told(why);
                        })
                        .orElseGet(() -> boxes.notFound(frame));
    }

    /// Says in one tap that what stands is right still.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/lifebox/{id}/review")
    ResponseEntity<String> review(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        if (!OwnBoxes.writes(resident)) {
            return boxes.notFound(frame);
        }
        var person = new PersonId(resident.person());
        return boxes.with(
                        resident,
                        () -> Optional.of(
                                lifeboxes.review(person, id, resident.did(Action.LIFEBOX_SETTLED, "reviewed"))))
                .map(reviewed -> told(reviewed ? "reviewed" : "changed"))
                .orElseGet(() -> boxes.notFound(frame));
    }

    /// Takes over what staff wrote, as it stands.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/lifebox/{id}/confirmation")
    ResponseEntity<String> confirm(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        if (!OwnBoxes.writes(resident)) {
            return boxes.notFound(frame);
        }
        var author = authors.ready(resident);
        if (author.isEmpty()) {
            return told("nowhere");
        }
        var signed = boxes.with(resident, () -> signing.confirm(author.get(), id, "confirmed"));
        signed.ifPresent(signedSheets::handOver);
        return told(signed.isPresent() ? "confirmed" : "unconfirmed");
    }

    /// Says that what staff wrote is not theirs.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/lifebox/{id}/refusal")
    ResponseEntity<String> refuse(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        if (!OwnBoxes.writes(resident)) {
            return boxes.notFound(frame);
        }
        var refused = boxes.with(
                resident,
                () -> lifeboxes.held(new PersonId(resident.person()), id).map(box -> {
                    lifeboxes.settle(box, BoxState.REFUSED, resident.did(Action.LIFEBOX_SETTLED, "refused"));
                    return box;
                }));
        return told(refused.isPresent() ? "refused" : "unconfirmed");
    }

    static ResponseEntity<String> told(String what) {
        return Pages.seeOther(ADDRESS + "?told=" + what);
    }

    @Override
    public int order() {
        return 0;
    }

    /// What stands, to be shown to a crew from the device.
    @Override
    public List<DrawnPage> draw(Chart chart, ResidentCaller resident, Frame frame) {
        var screen = screen(null, resident, frame.m());
        return screen.standing() == null
                ? List.of()
                : List.of(DrawnPage.of(
                        ADDRESS, frame.m().t("my.lifebox"), boxes.drawn(TEMPLATE, screen, resident, frame), null));
    }
}
