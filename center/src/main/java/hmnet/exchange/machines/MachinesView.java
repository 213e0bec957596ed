package hmnet.exchange.machines;

import hmnet.exchange.machines.MachinesScreen.FacilityChoice;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What the pages about facilities' machines show (外部連携の表示).
@Component
class MachinesView {
    private static final String PATH = "/office/machines/";
    private static final Set<String> DONE =
            Set.of("granted", "asked", "refused", "withdrawn", "named", "unnamed", "hears", "silent");
    private static final Set<String> PROBLEMS = Set.of("same-person", "nothing");

    private final Facilities facilities;
    private final MachinesLines lines;
    private final Pages pages;

    MachinesView(Facilities facilities, MachinesLines lines, Pages pages) {
        this.facilities = facilities;
        this.lines = lines;
        this.pages = pages;
    }

    ResponseEntity<String> all(TypedForm typed, Frame frame) {
        var choices = facilities.all().stream()
                .map(facility -> new FacilityChoice(facility.code(), facility.name()))
                .toList();
        return answer(new MachinesScreen(null, null, typed, lines.all(), choices, null), frame);
    }

    /// @param done what was done before it
    /// @param problem why it was not done
    ResponseEntity<String> one(
            Facility facility, @Nullable String done, @Nullable String problem, Requester by, Frame frame) {
        return answer(
                new MachinesScreen(
                        known(problem, PROBLEMS),
                        known(done, DONE),
                        TypedForm.NOTHING,
                        List.of(),
                        List.of(),
                        lines.of(facility, by)),
                frame);
    }

    /// @param typed what cannot be used, and why
    ResponseEntity<String> one(Facility facility, TypedForm typed, Requester by, Frame frame) {
        return answer(new MachinesScreen(null, null, typed, List.of(), List.of(), lines.of(facility, by)), frame);
    }

    ResponseEntity<String> notFound(Frame frame) {
        return pages.notFound(frame);
    }

    private static @Nullable String known(@Nullable String word, Set<String> words) {
        return word != null && words.contains(word) ? word : null;
    }

    private ResponseEntity<String> answer(MachinesScreen screen, Frame frame) {
        return Pages.answer(
                screen.typed().isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("exchange/machines/machines", frame, Map.of("page", screen)));
    }

    static ResponseEntity<String> back(Facility facility, String done) {
        return to(PATH + facility.code() + "?done=" + done);
    }

    static ResponseEntity<String> problem(Facility facility, String problem) {
        return to(PATH + facility.code() + "?problem=" + problem);
    }

    static ResponseEntity<String> to(Facility facility) {
        return to(PATH + facility.code());
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
