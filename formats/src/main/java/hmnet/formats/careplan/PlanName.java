package hmnet.formats.careplan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a file of the exchange (ファイル名): its kind, from whom to whom, when it was made.
///
/// Since edition 4 each facility's number is followed by its kind of service (サービス種類コード).
///
/// @param month of service `yyyyMM`, empty where the kind has none
/// @param to whom it was sent: the facility's number and, where said, its kind of service
/// @param made 14 digits
record PlanName(String prefix, String month, String to, String made) {
    private static final String FACILITY = "_([0-9A-Z]{9,10}(?:_[0-9A-Z]{2,3})?)";
    private static final Pattern NAME = Pattern.compile(
            "((?:UP|DLT)[A-Z0-9]{2,8}(?:_SUB\\d?)?)(?:_(\\d{6}))?" + FACILITY + FACILITY + "_(\\d{14})\\.CSV");

    static Optional<PlanName> of(String name) {
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .toUpperCase(Locale.ROOT);
        var found = NAME.matcher(plain);
        if (!found.matches()) {
            return Optional.empty();
        }
        var month = found.group(2);
        return Optional.of(new PlanName(
                found.group(1), month == null || month.equals("000000") ? "" : month, found.group(4), found.group(5)));
    }
}
