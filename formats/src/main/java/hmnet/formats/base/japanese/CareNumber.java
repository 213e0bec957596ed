package hmnet.formats.base.japanese;

import java.util.Optional;
import java.util.regex.Pattern;

/// How long-term care insurance knows a person (介護保険の被保険者): the insured's number under their
/// insurer's, as files of care providers name their users.
public record CareNumber(String insurer, String insured) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{6})-([0-9H]\\d{9})");

    /// Empty for any other number of a patient.
    public static Optional<CareNumber> of(String patient) {
        var found = NUMBER.matcher(patient);
        return found.matches() ? Optional.of(new CareNumber(found.group(1), found.group(2))) : Optional.empty();
    }
}
