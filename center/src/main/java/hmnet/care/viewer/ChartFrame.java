package hmnet.care.viewer;

import hmnet.formats.model.code.RecordKind;
import java.util.List;
import java.util.stream.Stream;

/// What all pages of one chart share (カルテの枠).
///
/// @param path the person's address, `/people/…`; a tab is `path/timeline`
/// @param tab where we are
/// @param tabs those that this profession may see something of
public record ChartFrame(String path, PersonBanner person, ChartTab tab, List<ChartTab> tabs) {
    public ChartFrame(String path, PersonBanner person, ChartTab tab) {
        this(path, person, tab, List.of(ChartTab.values()));
    }

    public String path(ChartTab other) {
        return path + "/" + other.word();
    }

    /// A page of an open chart (ビューアの画面).
    public enum ChartTab {
        SUMMARY("summary", "info", RecordKind.values()),
        TIMELINE("timeline", "late", RecordKind.values()),
        MEDICINES("medicines", "PRESCRIPTION", RecordKind.PRESCRIPTION, RecordKind.INJECTION, RecordKind.DISPENSING),
        LABORATORY("laboratory", "LABORATORY", RecordKind.LABORATORY, RecordKind.LAB_SAFETY, RecordKind.CHECKUP),
        VITALS("vitals", "VITAL", RecordKind.VITAL),
        CHECKUPS("checkups", "CHECKUP", RecordKind.CHECKUP),
        DIAGNOSES("diagnoses", "DIAGNOSIS", RecordKind.DIAGNOSIS),
        DOCUMENTS("documents", "consent", RecordKind.REPORT, RecordKind.DOCUMENT, RecordKind.CARE),
        ADMISSIONS("admissions", "ADMISSION", RecordKind.ADMISSION);

        private final String word;
        private final String icon;
        private final long kinds;

        ChartTab(String word, String icon, RecordKind... kinds) {
            this.word = word;
            this.icon = icon;
            this.kinds = Stream.of(kinds).mapToLong(RecordKind::mask).reduce(0, (a, b) -> a | b);
        }

        /// Those that show anything besides what a profession never sees.
        ///
        /// @param closed mask of the kinds closed to it
        static List<ChartTab> without(long closed) {
            return Stream.of(values()).filter(tab -> (tab.kinds & ~closed) != 0).toList();
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }
    }
}
