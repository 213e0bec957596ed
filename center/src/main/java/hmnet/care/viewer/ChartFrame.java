package hmnet.care.viewer;

/// What all pages of one chart share (カルテの枠).
///
/// @param path the person's address, `/people/…`; a tab is `path/timeline`
/// @param tab where we are
public record ChartFrame(String path, PersonBanner person, ChartTab tab) {
    public String path(ChartTab other) {
        return path + "/" + other.word();
    }

    /// A page of an open chart (ビューアの画面).
    public enum ChartTab {
        TIMELINE("timeline", "late"),
        MEDICINES("medicines", "PRESCRIPTION"),
        LABORATORY("laboratory", "LABORATORY"),
        DIAGNOSES("diagnoses", "DIAGNOSIS"),
        ADMISSIONS("admissions", "ADMISSION");

        private final String word;
        private final String icon;

        ChartTab(String word, String icon) {
            this.word = word;
            this.icon = icon;
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }
    }
}
