package hmnet.care.labsheet;

import hmnet.care.viewer.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One value on the sheet (検査値).
///
/// @param was the value that a correction replaced, for whoever was shown it
/// @param path the record, with its own code, unit and range
public record LabCell(
        String value,
        LabFlag flag,
        LabState state,
        @Nullable String was,
        String path,
        List<Mark> marks) {}
