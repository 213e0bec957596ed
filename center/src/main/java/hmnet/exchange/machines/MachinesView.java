package hmnet.exchange.machines;

import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.RegionRights;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.machines.MachinesScreen.CallerLine;
import hmnet.exchange.machines.MachinesScreen.FacilityChoice;
import hmnet.exchange.machines.MachinesScreen.One;
import hmnet.exchange.machines.MachinesScreen.RequestedRightLine;
import hmnet.exchange.machines.MachinesScreen.SubscriptionLine;
import hmnet.exchange.machines.MachinesScreen.TypedForm;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.audit.Actor;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    private final Callers callers;
    private final RegionRights region;
    private final SenderNames names;
    private final Subscribers subscribers;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    MachinesView(
            Callers callers,
            RegionRights region,
            SenderNames names,
            Subscribers subscribers,
            Facilities facilities,
            Staff staff,
            Pages pages) {
        this.callers = callers;
        this.region = region;
        this.names = names;
        this.subscribers = subscribers;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    ResponseEntity<String> all(TypedForm typed, Frame frame) {
        var choices = facilities.all().stream()
                .map(facility -> new FacilityChoice(facility.code(), facility.name()))
                .toList();
        return answer(new MachinesScreen(null, null, typed, lines(), choices, null), frame);
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
                        chosen(facility, by)),
                frame);
    }

    /// @param typed what cannot be used, and why
    ResponseEntity<String> one(Facility facility, TypedForm typed, Requester by, Frame frame) {
        return answer(new MachinesScreen(null, null, typed, List.of(), List.of(), chosen(facility, by)), frame);
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

    private List<CallerLine> lines() {
        var held = callers.held();
        var asked = region.facilities();
        var hearing = subscribers.all().stream().map(Subscriber::facility).toList();
        var concerned = new TreeSet<FacilityId>((a, b) -> Long.compare(a.value(), b.value()));
        concerned.addAll(held.keySet());
        concerned.addAll(asked);
        concerned.addAll(names.facilities());
        concerned.addAll(hearing);
        return concerned.stream()
                .map(id -> {
                    var facility = facilities.get(id);
                    return new CallerLine(
                            facility.code(),
                            facility.name(),
                            held.getOrDefault(id, List.of()).stream()
                                    .map(right -> right.errand().word() + "."
                                            + right.scope().word())
                                    .toList(),
                            asked.contains(id),
                            hearing.contains(id),
                            subscribers.waiting(id).charts());
                })
                .toList();
    }

    private One chosen(Facility facility, Requester by) {
        var id = facility.id();
        return new One(
                facility.code(),
                facility.name(),
                callers.held().getOrDefault(id, List.of()).stream()
                        .map(right -> new MachinesScreen.RightLine(
                                right.errand().word(), right.scope().word(), right.since(), name(right.by())))
                        .toList(),
                region.waiting(id).stream()
                        .map(asked -> new RequestedRightLine(
                                asked.errand().word(),
                                asked.since(),
                                name(asked.by()),
                                asked.by().equals(by.staff())))
                        .toList(),
                names.of(id),
                hearing(id),
                subscribers.waiting(id));
    }

    private @Nullable SubscriptionLine hearing(FacilityId facility) {
        return subscribers.entered().stream()
                .filter(one -> one.facility().equals(facility))
                .map(one -> new SubscriptionLine(
                        one.host(),
                        String.valueOf(one.port()),
                        one.path(),
                        one.application(),
                        one.name(),
                        String.join(" ", one.domains()),
                        one.active()))
                .findFirst()
                .orElse(null);
    }

    private String name(Actor by) {
        return by instanceof Actor.StaffMember(var number) ? name(new StaffId(number)) : "";
    }

    private String name(StaffId by) {
        return Optional.ofNullable(staff.names(List.of(by)).get(by)).orElse("");
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
