package hmnet.care.vitalimport;

import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntry;
import hmnet.record.ownrecords.OwnMeasure;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The page on which a file is chosen (測定ファイルの取り込みの画面).
///
/// @param problem as in `vital-import.problem.…`, or null
/// @param told what came of it, as in `vital-import.told.…`, or null
/// @param nowhere no handbook is registered: nothing can be taken in
record OwnImportScreen(@Nullable String problem, @Nullable String told, boolean nowhere) {
    /// The file with its columns, and what it says by them (列の選択と確認の画面).
    ///
    /// @param data the bytes of the file in base 64, which go on with the form
    /// @param sending a number of this taking in
    /// @param preview null where the columns do not suffice yet
    /// @param chosen whether the person chose the columns, now or before
    record ImportPreviewScreen(
            String data,
            String sending,
            MeasurementFile file,
            FileColumns columns,
            boolean chosen,
            @Nullable ImportPreview preview,
            @Nullable String problem) {
        /// Lines that the page lists of each sort.
        static final int LISTED = 40;

        /// New lines that are kept at once.
        static final int AT_ONCE = 400;

        /// Conflicts that are put right at once.
        static final int CONFLICTS = 30;

        static final List<String> FIELDS = FileColumns.FIELDS;

        /// How many new lines are kept now; the rest when the same file is sent on another day.
        int now() {
            return preview == null ? 0 : Math.min(preview.fresh().size(), AT_ONCE);
        }

        /// The most that a person keeps in a day.
        static int aDay() {
            return OwnEntries.A_DAY;
        }

        static OffsetDateTime at(OwnEntry entry) {
            return entry.at();
        }

        static List<Map.Entry<OwnMeasure, String>> values(OwnEntry entry) {
            return entry.values().entrySet().stream()
                    .map(one -> Map.entry(one.getKey(), one.getValue().toPlainString()))
                    .collect(Collectors.toList());
        }
    }
}
