package hmnet.formats.careplan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a file of the exchange (ファイル名): its kind, from whom to whom, when it was made.
///
/// @param deletes it takes away what was sent under the same keys
/// @param month of service `yyyyMM`, empty where the kind has none
/// @param made 14 digits, empty when not said
record PlanName(String prefix, boolean deletes, String month, String made) {
    private static final Pattern NAME = Pattern.compile(
            "(UP[A-Z0-9]{2,8}?)(?:[_-]?(DEL|SAKUJO|D))?(?:_(\\d{6}))?_[0-9A-Z]{9,10}_[0-9A-Z]{9,10}_(\\d{14})\\.CSV");

    static Optional<PlanName> of(String name) {
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .toUpperCase(Locale.ROOT);
        var found = NAME.matcher(plain);
        if (!found.matches()) {
            return Optional.empty();
        }
        var month = found.group(3);
        return Optional.of(new PlanName(
                found.group(1),
                found.group(2) != null,
                month == null || month.equals("000000") ? "" : month,
                found.group(4)));
    }
}
