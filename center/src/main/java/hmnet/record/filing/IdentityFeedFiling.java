package hmnet.record.filing;

import hmnet.ground.directory.FacilityId;
import hmnet.people.links.FacilityMerges;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.Patients;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.Refused;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a facility's identity feed says, carried to `people` (患者登録の反映). The feed is the facility's
/// patient master, as ADT-00 is.
@Component
class IdentityFeedFiling {
    private final Patients patients;
    private final FacilityMerges facilityMerges;

    IdentityFeedFiling(Patients patients, FacilityMerges facilityMerges) {
        this.patients = patients;
        this.facilityMerges = facilityMerges;
    }

    /// What is refused of it, and why; all else holds.
    List<Refused> file(FacilityId facility, List<Heard> heard) {
        var claims = new ArrayList<PatientClaim>();
        var said = new ArrayList<FacilityMerges.MergeStatement>();
        for (var one : heard) {
            var message = one.message();
            if (message.told() != null) {
                claims.add(new PatientClaim(message.number(), message.told(), at(one), true));
            }
            for (var merge : message.merges()) {
                said.add(new FacilityMerges.MergeStatement(
                        merge.number(),
                        merge.into(),
                        merge.undone(),
                        message.trigger().name(),
                        at(one),
                        message.controlId()));
            }
        }
        if (!claims.isEmpty()) {
            patients.resolve(facility, claims);
        }
        return refused(heard, facilityMerges.file(facility, said));
    }

    private static List<Refused> refused(List<Heard> heard, List<FacilityMerges.MergeStatement> said) {
        return heard.stream()
                .flatMap(one -> said.stream()
                        .filter(merge -> merge.message().equals(one.message().controlId())
                                && merge.at().equals(at(one)))
                        .limit(1)
                        .map(merge -> new Refused(
                                one.waiting(),
                                "merge-too-large",
                                merge.number() + " → " + merge.into() + ", " + FacilityMerges.CHARTS_MAX)))
                .toList();
    }

    /// A message that does not say when it happened counts from when it came; so does one whose clock is
    /// ahead, or nothing that comes later would count until then.
    private static OffsetDateTime at(Heard heard) {
        var at = heard.message().at();
        var came = heard.waiting().receivedAt();
        return at == null || at.isAfter(came) ? came : at;
    }
}
