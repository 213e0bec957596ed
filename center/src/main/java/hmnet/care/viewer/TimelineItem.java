package hmnet.care.viewer;

import hmnet.formats.model.code.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the time line (時系列の一件).
///
/// @param path where it is shown whole
public record TimelineItem(
        RecordKind kind,
        String path,
        String title,
        @Nullable String department,
        List<Mark> marks) {}
