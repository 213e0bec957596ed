package hmnet.formats.model.code;

import hmnet.formats.base.Table;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The departments that have a code of two digits of their own (標準診療科コード; HL7 user table 0069 in
/// Japan), by the table `departments.csv`. A facility may use a code otherwise, so whoever shows such a name
/// shows the code with it.
public final class StandardDepartments {
    private static final Map<String, String> NAMES = Table.read(StandardDepartments.class, "departments.csv").stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));

    private StandardDepartments() {}

    public static Optional<String> name(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }
}
