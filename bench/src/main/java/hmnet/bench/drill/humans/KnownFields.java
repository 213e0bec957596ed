package hmnet.bench.drill.humans;

import hmnet.people.patients.PatientClaim;
import java.util.ArrayList;
import java.util.List;

/// What messages told of a chart's human so far (既知の項目): what was never told cannot be compared.
///
/// @param times the human as they were whenever a message of theirs was filed: before and after a marriage or a move
record KnownFields(List<MixedHuman> times, boolean born, boolean sex, boolean home) {
    static final KnownFields NONE = new KnownFields(List.of(), false, false, false);

    KnownFields and(MixedHuman human, PatientClaim claim) {
        var d = claim.demographics();
        var all = new ArrayList<>(times);
        all.add(human);
        return new KnownFields(
                List.copyOf(all),
                born || d.birthDate() != null,
                sex || !d.sex().equals("unknown"),
                home || !d.address().isBlank());
    }

    /// Whether something in a message was never true of the human, as far as was told of them.
    boolean contradicts(PatientClaim claim) {
        return times.stream().allMatch(human -> contradicts(human, claim));
    }

    private boolean contradicts(MixedHuman human, PatientClaim claim) {
        var d = claim.demographics();
        var name = d.familyName() + d.givenName();
        return !name.isEmpty() && !human.isCalled(name)
                || !isRead(human, d.familyKana() + d.givenKana())
                || born && d.birthDate() != null && !d.birthDate().equals(human.born())
                || sex && !d.sex().equals("unknown") && !d.sex().equals(human.sex())
                || home && !d.address().isBlank() && !d.address().equals(human.home());
    }

    private static boolean isRead(MixedHuman human, String kana) {
        return kana.isEmpty()
                || MixedTelling.wide(kana)
                        .equals(human.family().kana() + human.given().kana());
    }
}
