package hmnet.exchange.machines;

import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.RegionRights;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.machines.MachinesScreen.CallerLine;
import hmnet.exchange.machines.MachinesScreen.One;
import hmnet.exchange.machines.MachinesScreen.RequestedRightLine;
import hmnet.exchange.machines.MachinesScreen.SubscriptionLine;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of facilities' machines, as their pages draw it (外部連携の一覧と詳細).
@Component
class MachinesLines {
    private final Callers callers;
    private final RegionRights region;
    private final SenderNames names;
    private final Subscribers subscribers;
    private final Facilities facilities;
    private final Staff staff;

    MachinesLines(
            Callers callers,
            RegionRights region,
            SenderNames names,
            Subscribers subscribers,
            Facilities facilities,
            Staff staff) {
        this.callers = callers;
        this.region = region;
        this.names = names;
        this.subscribers = subscribers;
        this.facilities = facilities;
        this.staff = staff;
    }

    List<CallerLine> all() {
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

    One of(Facility facility, Requester by) {
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
}
