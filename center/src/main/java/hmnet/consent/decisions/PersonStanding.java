package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Succession.Follows;
import hmnet.people.links.KnownPerson;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a decision needs to know of a person and the requester's facility (開示判定の材料), together with everyone joined
/// with the person.
///
/// @param asked whether the person who was asked about is in it
/// @param chosen whether the office lets this consent hold for all who are one
/// @param keptOut whether the requester is shut out from a protected person
/// @param provided whether the person ever denied something within the consent
/// @param issuers the hospitals whose 開示カード is all the tie there is; null otherwise
/// @param ownConsents the hospitals that have a consent of their own
/// @param emergency the emergency door that the requester has open to them; null for none, and where none was asked for
record PersonStanding(
        boolean asked,
        boolean chosen,
        ConsentState state,
        long kinds,
        long labels,
        LocalDate consentedOn,
        boolean related,
        boolean keptOut,
        boolean provided,
        @Nullable LocalDate discloseFrom,
        @Nullable Set<Long> issuers,
        Set<Long> ownConsents,
        KnownPerson known,
        @Nullable EmergencyBasis emergency) {
    /// To one who is shut out from a protected person, the person does not exist.
    ///
    /// @param own the facilities whose patients are the requester's own
    boolean isKnownTo(Set<FacilityId> own) {
        return !keptOut && (related || known.isPatientOf(own));
    }

    /// The hospitals whose records alone may be seen, where the tie is their 開示カード and no more:
    /// those of them that have the person's consent.
    Optional<Set<Long>> issuersOnly(Set<FacilityId> own) {
        if (issuers == null || known.isPatientOf(own)) {
            return Optional.empty();
        }
        return Optional.of(common(issuers, ownConsents));
    }

    /// After hospitals took over from one another: their cards and consents are in the hands of whoever they
    /// followed to.
    PersonStanding after(Heirs heirs) {
        return new PersonStanding(
                asked,
                chosen,
                state,
                kinds,
                labels,
                consentedOn,
                related,
                keptOut,
                provided,
                discloseFrom,
                issuers == null ? null : heirs.of(issuers, Follows.CARDS),
                heirs.of(ownConsents, Follows.CONSENTS),
                known,
                emergency);
    }

    /// Both as one: the consent that the office chose, else the narrower; the tie of either; what either
    /// closes.
    PersonStanding with(PersonStanding other) {
        var mine = asked || !other.asked;
        var one = chosen || !other.chosen ? this : other;
        var two = chosen != other.chosen ? one : other;
        return new PersonStanding(
                asked || other.asked,
                chosen || other.chosen,
                one.state.narrower(two.state),
                one.kinds & two.kinds,
                one.labels & two.labels,
                later(one.consentedOn, two.consentedOn),
                related || other.related,
                keptOut || other.keptOut,
                provided || other.provided,
                disclosedFrom(other),
                issuersWith(other),
                common(one.ownConsents, two.ownConsents),
                mine ? known.with(other.known) : other.known.with(known),
                emergency == null || other.emergency == null ? null : emergency.with(other.emergency));
    }

    /// Through an emergency door no tie is needed. To one who is shut out from a protected person, the person does not
    /// exist there either.
    Optional<EmergencyBasis> openDoor() {
        return keptOut ? Optional.empty() : Optional.ofNullable(emergency).filter(EmergencyBasis::holds);
    }

    /// A relation that is no 開示カード alone outweighs one that is; of two of those both count.
    private @Nullable Set<Long> issuersWith(PersonStanding other) {
        if (related && issuers == null || other.related && other.issuers == null) {
            return null;
        }
        if (issuers == null || other.issuers == null) {
            return issuers == null ? other.issuers : issuers;
        }
        var both = new HashSet<>(issuers);
        both.addAll(other.issuers);
        return Set.copyOf(both);
    }

    private static Set<Long> common(Set<Long> one, Set<Long> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return Set.copyOf(common);
    }

    /// Of two relations the narrower: from the later day on.
    private @Nullable LocalDate disclosedFrom(PersonStanding other) {
        if (discloseFrom == null || other.discloseFrom == null) {
            return discloseFrom == null ? other.discloseFrom : discloseFrom;
        }
        return later(discloseFrom, other.discloseFrom);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
