package hmnet.consent;

import hmnet.directory.Requester;
import hmnet.identity.KnownPerson;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a person stands to the requester's facility (開示判定の材料), with everybody who is one with them.
///
/// @param asked whether the person who was asked about is in it
/// @param chosen whether the office lets this consent hold for all who are one
/// @param state none, given or withdrawn
record Standing(
        boolean asked,
        boolean chosen,
        String state,
        long kinds,
        long labels,
        LocalDate consentedOn,
        boolean related,
        boolean excepted,
        @Nullable LocalDate discloseFrom,
        KnownPerson known) {
    private static final List<String> NARROWER = List.of("withdrawn", "none", "given");

    boolean tied(Requester requester) {
        return related || known.isPatientOf(requester.facility());
    }

    /// Both as one: the consent that the office chose, else the narrower; the tie of either; what either closes.
    Standing with(Standing other) {
        var mine = asked || !other.asked;
        var one = chosen || !other.chosen ? this : other;
        var two = chosen != other.chosen ? one : other;
        return new Standing(
                asked || other.asked,
                chosen || other.chosen,
                narrower(one.state, two.state),
                one.kinds & two.kinds,
                one.labels & two.labels,
                later(one.consentedOn, two.consentedOn),
                related || other.related,
                excepted || other.excepted,
                disclosedFrom(other),
                mine ? known.with(other.known) : other.known.with(known));
    }

    /// Of two relations the narrower: from the later day on.
    private @Nullable LocalDate disclosedFrom(Standing other) {
        if (discloseFrom == null || other.discloseFrom == null) {
            return discloseFrom == null ? other.discloseFrom : discloseFrom;
        }
        return later(discloseFrom, other.discloseFrom);
    }

    private static String narrower(String one, String other) {
        return NARROWER.indexOf(one) <= NARROWER.indexOf(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
