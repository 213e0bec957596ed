package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Doctor;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A department of a hospital (診療科) with the doctor who signs there. All hospitals of the region have the
/// same ones.
record Department(CodedText name, Doctor doctor) {
    private static final Map<String, Department> ALL = Table.read(Department.class, "departments.csv").stream()
            .map(row -> new Department(
                    new CodedText(row.get(0), row.get(1), "99XY1"), new Doctor(row.get(2), row.get(3), row.get(4))))
            .collect(Collectors.toMap(Department::code, Function.identity()));

    String code() {
        return name.code();
    }

    static Department of(String code) {
        return TableReferences.in(ALL, code);
    }
}
