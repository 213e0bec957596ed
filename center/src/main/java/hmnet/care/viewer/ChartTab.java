package hmnet.care.viewer;

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
