package hmnet.care.vitals;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.viewer.Mark;
import hmnet.care.vitals.VitalMeasurement.VitalColumn;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was measured by moment and facility, the newest first (経過表).
public record VitalTable(List<VitalHead> heads, List<VitalRow> rows) {
    /// The head of a column (列見出し).
    ///
    /// @param sign the end of the key of its name
    /// @param unit as it is shown; empty where nobody said one
    public record VitalHead(String sign, String unit) {
        static VitalHead of(VitalColumn column) {
            return new VitalHead(column.sign(), column.unit());
        }
    }

    /// What one facility measured at one moment (経過表の一行).
    ///
    /// @param checkup of a check-up
    /// @param cells one for each column; a cell without readings is one of which nothing was sent
    /// @param others what no table knows, with its name
    public record VitalRow(
            OffsetDateTime at,
            String facility,
            boolean checkup,
            List<Mark> marks,
            List<List<VitalReading>> cells,
            List<NamedReading> others) {}

    /// A value or a pair of pressures (測定値).
    ///
    /// @param told why there is no value, or how settled it is; in words, or empty
    /// @param missed it was to be measured, and there is no value
    /// @param path the record, with its own code and unit; null where it is not opened
    public record VitalReading(
            List<VitalPart> parts,
            String told,
            boolean missed,
            List<String> notes,
            @Nullable String path) {}

    /// A number as it was sent (測定値の部分).
    ///
    /// @param value empty where nothing was sent
    public record VitalPart(String value, LabFlag flag, boolean struck) {}

    /// A value under the name that its sender gives it (その他の測定).
    public record NamedReading(String name, String unit, VitalReading reading) {}
}
