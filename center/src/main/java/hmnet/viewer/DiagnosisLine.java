package hmnet.viewer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One diagnosis as a facility keeps it (病名).
///
/// @param code ICD-10, as sent
/// @param outcome 転帰, in words, of one that ended
public record DiagnosisLine(
        String name,
        @Nullable String code,
        String facility,
        @Nullable String department,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String outcome,
        boolean main,
        boolean suspected,
        String path,
        List<Mark> marks) {}
