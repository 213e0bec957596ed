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
import hmnet.record.numberreviews.NumberReviews.AnsweredHolder;
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

    /// What humans were asked about these files is asked anew, if it still has to be.
    void weighAnew(List<WaitingFile> files) {
        reviews.weighAnew(files.stream().map(WaitingFile::id).toList());
    }

    /// The patient of each, in the order given; null for those that wait for a human, which are added to
    /// `refused`.
    List<@Nullable PatientId> of(FacilityId facility, List<ToldHuman> told, List<Refused> refused) {
        if (told.isEmpty()) {
            return List.of();
        }
        var held = told.stream().map(NumberHolders::held).toList();
        var asked = reviews.asked(facility, held);
        var named = named(facility, held);
        var resolved = patients.resolve(
                facility,
                told.stream()
                        .filter(one -> !named.containsKey(held(one)))
                        .map(ToldHuman::claim)
                        .toList(),
                asked);
        var unclear = new LinkedHashMap<HeldClaim, PatientId>();
        var found = new ArrayList<@Nullable PatientId>();
        for (var one : told) {
            var said = named.get(held(one));
            if (said != null) {
                found.add(said.patient());
                continue;
            }
            switch (Objects.requireNonNull(resolved.get(one.claim()))) {
                case Resolution.Known(var patient) -> found.add(patient);
                case Resolution.Unclear(var nearest) -> {
                    found.add(null);
                    unclear.put(held(one), nearest);
                    refused.add(new Refused(one.waiting(), REASON, one.claim().number()));
                }
            }
        }
        reviews.hold(facility, unclear);
        return found;
    }

    /// Which of the humans of a number a merge speaks of; null where nobody sent the number yet, and where it waits for
    /// a
    /// human, which is added to `refused`. Nothing of it is kept.
    ///
    /// @param told what may be told of the human, the nearest first
    /// @param parts two numbers are parted again, which joins nobody with another human
    @Nullable
    PatientId merged(
            FacilityId facility, WaitingFile waiting, List<PatientClaim> told, boolean parts, List<Refused> refused) {
        var held =
                told.stream().map(claim -> new HeldClaim(waiting.id(), claim)).toList();
        var named = reviews.named(facility, held);
        var whose = patients.whose(facility, told, reviews.asked(facility, held));
        var last = held.getLast();
        var another = !parts && patients.isPlainlyAnother(facility, last.claim());
        for (var one : held) {
            var said = named.get(one);
            if (said != null) {
                return said.patient();
            }
            var enough = !another || !one.claim().tellsNobody();
            if (enough && whose.get(one.claim()) instanceof Resolution.Known(var patient)) {
                return patient;
            }
        }
        if (whose.get(last.claim()) instanceof Resolution.Unclear(var nearest)) {
            reviews.hold(facility, Map.of(last, nearest));
            refused.add(new Refused(waiting, REASON, last.claim().number()));
        }
        return null;
    }

    /// A human's word goes before any comparing.
    private Map<HeldClaim, AnsweredHolder> named(FacilityId facility, List<HeldClaim> told) {
        var named = reviews.named(facility, told);
        named.entrySet()
                .removeIf(one -> !one.getValue().own()
                        && !patients.stillHolds(
                                facility, one.getKey().claim(), one.getValue().patient()));
        named.forEach((held, said) -> patients.assign(facility, held.claim(), said.patient()));
        reviews.filedBy(named);
        return named;
    }

    private static HeldClaim held(ToldHuman one) {
        return new HeldClaim(one.waiting().id(), one.claim());
    }
}
