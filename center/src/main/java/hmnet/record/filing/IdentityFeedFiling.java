package hmnet.record.filing;

import hmnet.formats.hl7v2.adt.IdentityMessage.Merge;
import hmnet.formats.hl7v2.adt.Trigger;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.FacilityMerges;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.NumberHolders.ToldHuman;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.Refused;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a facility's identity feed says, carried to `people` (患者登録の反映). The feed is the facility's
/// patient master, as ADT-00 is.
@Component
class IdentityFeedFiling {
    /// 入院、転棟、外来受付.
    private static final Set<Trigger> CAME = Set.of(Trigger.A01, Trigger.A02, Trigger.A04);

    private final NumberHolders holders;
    private final FacilityMerges facilityMerges;

    IdentityFeedFiling(NumberHolders holders, FacilityMerges facilityMerges) {
        this.holders = holders;
        this.facilityMerges = facilityMerges;
    }

    /// Files what is said of people. Returns what is refused of it, and why.
    List<Refused> people(FacilityId facility, List<Heard> heard) {
        var refused = new ArrayList<Refused>();
        var told = new ArrayList<ToldHuman>();
        for (var one : heard) {
            var message = one.message();
            if (message.told() != null) {
                told.add(new ToldHuman(
                        one.waiting(),
                        new PatientClaim(message.number(), message.told(), at(one), true, null, alive(one), null)));
            }
        }
        holders.of(facility, told, refused);
        return refused;
    }

    /// Files merges. Returns what is refused of them, and why; all else holds. Of a number that meant several humans a
    /// merge is about whom it tells of; where that is not clear, a human is asked, and the whole message waits.
    List<Refused> merges(FacilityId facility, List<Heard> heard) {
        var refused = new ArrayList<Refused>();
        var said = new ArrayList<FacilityMerges.MergeStatement>();
        for (var one : heard) {
            var waiting = one.waiting();
            var ofOne = new ArrayList<FacilityMerges.MergeStatement>();
            for (var merge : one.message().merges()) {
                var parts = merge.undone();
                var person = List.of(claim(one, merge.into(), merge.person()));
                var patient = holders.merged(facility, waiting, prior(one, merge), parts, refused);
                var stays = holders.merged(facility, waiting, person, parts, refused);
                ofOne.add(statement(one, merge, patient, stays));
            }
            if (refused.stream().noneMatch(bad -> bad.waiting().equals(waiting))) {
                said.addAll(ofOne);
            }
        }
        refused.addAll(refused(heard, facilityMerges.file(facility, said)));
        return refused;
    }

    /// What is told of the number merged away; else the human is described as the one who has both.
    private static List<PatientClaim> prior(Heard heard, Merge merge) {
        return List.of(claim(heard, merge.number(), merge.prior()), claim(heard, merge.number(), merge.person()));
    }

    private static PatientClaim claim(Heard heard, String number, Demographics said) {
        return new PatientClaim(number, said, at(heard), true);
    }

    private static FacilityMerges.MergeStatement statement(
            Heard heard, Merge merge, @Nullable PatientId patient, @Nullable PatientId stays) {
        return new FacilityMerges.MergeStatement(
                merge.number(),
                merge.into(),
                merge.undone(),
                heard.message().trigger().name(),
                at(heard),
                heard.message().controlId(),
                patient,
                stays);
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

    /// The day on which somebody came, where the message says that.
    private static @Nullable LocalDate alive(Heard heard) {
        return CAME.contains(heard.message().trigger())
                ? at(heard).atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate()
                : null;
    }

    /// A message that does not say when it happened counts from when it came; so does one whose clock is
    /// ahead, or nothing that comes later would count until then.
    private static OffsetDateTime at(Heard heard) {
        var at = heard.message().at();
        var came = heard.waiting().receivedAt();
        return at == null || at.isAfter(came) ? came : at;
    }
}
