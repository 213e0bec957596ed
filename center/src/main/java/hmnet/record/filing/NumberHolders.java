package hmnet.record.filing;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Resolution;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import hmnet.record.numberreviews.HeldClaim;
import hmnet.record.numberreviews.NumberReviews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom waiting messages are about (番号の持ち主). What fits nobody waits for a human; what a human said holds.
@Component
class NumberHolders {
    static final String REASON = "other-human";

    private final Patients patients;
    private final NumberReviews reviews;

    NumberHolders(Patients patients, NumberReviews reviews) {
        this.patients = patients;
        this.reviews = reviews;
    }

    /// What a waiting message says of a human.
    record ToldHuman(WaitingFile waiting, PatientClaim claim) {}

    /// The patient of each, in the order given; null for those that wait for a human, which are added to `refused`.
    List<@Nullable PatientId> of(FacilityId facility, List<ToldHuman> told, List<Refused> refused) {
        if (told.isEmpty()) {
            return List.of();
        }
        var resolved =
                patients.resolve(facility, told.stream().map(ToldHuman::claim).toList());
        var unclear = new LinkedHashMap<HeldClaim, PatientId>();
        for (var one : told) {
            if (resolved.get(one.claim()) instanceof Resolution.Unclear(var nearest)) {
                unclear.put(held(one), nearest);
            }
        }
        var named = unclear.isEmpty() ? Map.<HeldClaim, PatientId>of() : named(facility, unclear);
        var found = new ArrayList<@Nullable PatientId>();
        for (var one : told) {
            switch (Objects.requireNonNull(resolved.get(one.claim()))) {
                case Resolution.Known(var patient) -> found.add(patient);
                case Resolution.Unclear unsure -> {
                    var patient = named.get(held(one));
                    found.add(patient);
                    if (patient == null) {
                        refused.add(new Refused(one.waiting(), REASON, one.claim().number()));
                    }
                }
            }
        }
        return found;
    }

    private Map<HeldClaim, PatientId> named(FacilityId facility, Map<HeldClaim, PatientId> unclear) {
        var named = reviews.named(facility, unclear.keySet());
        named.forEach((held, patient) -> patients.assign(facility, held.claim(), patient));
        unclear.keySet().removeAll(named.keySet());
        reviews.hold(facility, unclear);
        return named;
    }

    private static HeldClaim held(ToldHuman one) {
        return new HeldClaim(one.waiting().id(), one.claim());
    }
}
