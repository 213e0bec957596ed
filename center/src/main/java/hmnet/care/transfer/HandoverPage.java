package hmnet.care.transfer;

import hmnet.care.transfer.HandoverScreen.HospitalChoice;
import hmnet.care.transfer.HandoverScreen.LastHandover;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.handovers.Handovers;
import hmnet.consent.handovers.HospitalHandover;
import hmnet.consent.handovers.ReceivingHospitals;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A crew chooses the hospital that sees what it opened (搬送先への共有), another one, or none. Of its own view, while that
/// stands open.
@Controller
class HandoverPage {
    private static final int TYPED_MAX = 40;
    private static final int MINUTES_MOST = 180;

    private final Handovers handovers;
    private final ReceivingHospitals hospitals;
    private final Facilities facilities;
    private final Pages pages;
    private final Clock clock;

    HandoverPage(Handovers handovers, ReceivingHospitals hospitals, Facilities facilities, Pages pages, Clock clock) {
        this.handovers = handovers;
        this.hospitals = hospitals;
        this.facilities = facilities;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/emergency/views/{id}/handover")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "") String minutes,
            Requester requester,
            Frame frame) {
        return handovers
                .shareable(requester, id)
                .map(opening -> page(opening, name, minutes, null, requester, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/emergency/views/{id}/handover")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> share(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long hospital,
            @RequestParam(defaultValue = "") String minutes,
            Requester requester,
            Frame frame) {
        var opening = handovers.shareable(requester, id);
        if (opening.isEmpty()) {
            return pages.notFound(frame);
        }
        var expected = minutes(minutes);
        if (expected.isEmpty() && !minutes.isBlank()) {
            return page(opening.get(), null, minutes, "minutes", requester, frame);
        }
        return hospital > 0 && handovers.share(requester, id, new FacilityId(hospital), expected.orElse(null))
                ? Pages.seeOther(path(id))
                : page(opening.get(), null, minutes, "refused", requester, frame);
    }

    /// Nobody sees it through the crew any more.
    @PostMapping("/emergency/views/{id}/handover/end")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> end(@PathVariable long id, Requester requester, Frame frame) {
        return handovers.takeBack(requester, id)
                ? Pages.seeOther(handovers.shareable(requester, id).isPresent() ? path(id) : "/emergency")
                : pages.notFound(frame);
    }

    private static Optional<Integer> minutes(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= MINUTES_MOST
                ? Optional.of(Integer.valueOf(digits))
                : Optional.empty();
    }

    private static String path(long id) {
        return "/emergency/views/" + id + "/handover";
    }

    private ResponseEntity<String> page(
            EmergencyOpening opening,
            @Nullable String typed,
            String minutes,
            @Nullable String problem,
            Requester requester,
            Frame frame) {
        var name = typed == null || typed.length() > TYPED_MAX ? "" : typed.strip();
        var screen = new HandoverScreen(
                "/emergency/views/" + opening.id(),
                opening.door().word(),
                handovers.last(requester, opening.id()).map(this::last).orElse(null),
                handovers.recent(requester).stream()
                        .filter(hospitals::takes)
                        .map(facilities::get)
                        .map(HandoverPage::choice)
                        .toList(),
                name,
                name.isEmpty()
                        ? null
                        : hospitals.called(name).stream()
                                .map(HandoverPage::choice)
                                .toList(),
                minutes,
                problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/transfer/handover", frame, Map.of("page", screen)));
    }

    private LastHandover last(HospitalHandover one) {
        var hospital = facilities.get(one.to());
        var ending = one.ending() != null ? one.ending().word() : one.stands(OffsetDateTime.now(clock)) ? null : "time";
        return new LastHandover(hospital.name(), hospital.phone(), one.at(), one.until(), ending);
    }

    private static HospitalChoice choice(Facility one) {
        return new HospitalChoice(one.id().value(), one.name(), one.phone());
    }
}
