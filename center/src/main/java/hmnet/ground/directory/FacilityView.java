package hmnet.ground.directory;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityScreen.FormerName;
import hmnet.ground.directory.Successions.SuccessionStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Draws the page of one facility (施設のページの描画), with what was typed into either of its forms and refused.
@Component
class FacilityView {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Facilities facilities;
    private final Attributes attributes;
    private final Successions successions;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    FacilityView(
            Facilities facilities,
            Attributes attributes,
            Successions successions,
            Staff staff,
            Pages pages,
            Clock clock) {
        this.facilities = facilities;
        this.attributes = attributes;
        this.successions = successions;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    Optional<Facility> find(long id) {
        return facilities.all().stream()
                .filter(facility -> facility.id().value() == id)
                .findFirst();
    }

    /// @param problem what stands above everything, as in `directory.problem.…`, or null
    ResponseEntity<String> page(Facility facility, @Nullable String problem, Requester requester, Frame frame) {
        return answer(HttpStatus.OK, screen(facility, problem, TypedForm.NOTHING, TypedForm.NOTHING, requester), frame);
    }

    /// @param calling what was entered as a name of the facility and refused
    ResponseEntity<String> calling(Facility facility, TypedForm calling, Requester requester, Frame frame) {
        return refused(screen(facility, null, calling, TypedForm.NOTHING, requester), frame);
    }

    /// @param succeeding what was asked about a successor and refused
    ResponseEntity<String> succeeding(Facility facility, TypedForm succeeding, Requester requester, Frame frame) {
        return refused(screen(facility, null, TypedForm.NOTHING, succeeding, requester), frame);
    }

    private ResponseEntity<String> refused(FacilityScreen screen, Frame frame) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, screen, frame);
    }

    private ResponseEntity<String> answer(HttpStatus status, FacilityScreen screen, Frame frame) {
        return Pages.answer(status, pages.render("ground/directory/facility", frame, Map.of("page", screen)));
    }

    private FacilityScreen screen(
            Facility facility, @Nullable String problem, TypedForm calling, TypedForm succeeding, Requester requester) {
        var own = partIn(facility.id(), successions.all()).toList();
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var called = attributes.of(facility.id());
        var owner = called.stream().filter(one -> !one.since().isAfter(today)).findFirst();
        return new FacilityScreen(
                problem,
                path(facility.id()),
                facility.name(),
                facility.code(),
                facility.kind().word(),
                today,
                called,
                new FormerName(
                        today,
                        facility.code(),
                        facility.name(),
                        owner.map(FormerName::owner).orElse("")),
                calling,
                succeeding,
                own.stream().map(one -> line(one, requester)).toList(),
                own.stream()
                        .noneMatch(one -> (one.holds() || one.waits())
                                && one.succession().facility().equals(facility.id())));
    }

    private FacilityScreen.SuccessionLine line(SuccessionStatement one, Requester requester) {
        var said = one.succession();
        var own = one.by().equals(requester.staff());
        var act = switch (one.state()) {
            case ASKED -> own ? "" : "agreement";
            case UNDO_ASKED -> own ? "" : "undo-agreement";
            case AGREED, UNDO_REFUSED -> "undo";
            case REFUSED, UNDO_AGREED -> "";
        };
        return new FacilityScreen.SuccessionLine(
                "/office/successions/" + one.id(),
                facilities.get(said.facility()).name(),
                facilities.get(said.successor()).name(),
                said.on(),
                one.state(),
                Stream.of(
                                said.records() ? "records" : "",
                                said.cards() ? "cards" : "",
                                said.consents() ? "consents" : "",
                                said.relations() ? "relations" : "")
                        .filter(word -> !word.isEmpty())
                        .toList(),
                said.ownRules() ? "predecessor" : "successor",
                said.why(),
                staff.names(List.of(one.by())).get(one.by()),
                act,
                one.waits());
    }

    static Stream<SuccessionStatement> partIn(FacilityId facility, List<SuccessionStatement> all) {
        return all.stream()
                .filter(one -> one.succession().facility().equals(facility)
                        || one.succession().successor().equals(facility));
    }

    static String path(FacilityId facility) {
        return "/office/facilities/" + facility.value();
    }
}
