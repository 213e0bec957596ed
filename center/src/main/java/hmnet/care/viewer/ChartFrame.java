package hmnet.care.viewer;

import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.care.viewer.TeamBands.TeamBand;
import hmnet.formats.model.code.RecordKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What all pages of one chart share (カルテの枠).
///
/// @param path the person's address, `/people/…`; a tab is `path/timeline`
/// @param tab where we are
/// @param tabs those that this profession may see something of
/// @param team what the reader's own facility keeps of the person for itself
/// @param wishes how the reader wants pages to open
public record ChartFrame(
        String path, PersonBanner person, ChartTab tab, List<ChartTab> tabs, TeamBand team, ReaderWishes wishes) {
    public ChartFrame(String path, PersonBanner person, ChartTab tab) {
        this(path, person, tab, List.of(ChartTab.values()), TeamBand.NONE, ReaderWishes.NONE);
    }

    public String path(ChartTab other) {
        return path + "/" + other.word();
    }

    /// The tab so many places after this one, if there is one.
    public Optional<ChartTab> near(int places) {
        var at = tabs.indexOf(tab) + places;
        return tabs.contains(tab) && at >= 0 && at < tabs.size() ? Optional.of(tabs.get(at)) : Optional.empty();
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
