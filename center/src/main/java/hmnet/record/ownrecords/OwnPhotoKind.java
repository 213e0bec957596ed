package hmnet.record.ownrecords;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a photograph shows (写真の種別).
public enum OwnPhotoKind {
    /// 健診結果.
    CHECKUP("健診結果の写真"),
    /// 命の宝箱などの用紙.
    EMERGENCY_SHEET("緊急時の用紙の写真"),
    /// ほか.
    OTHER("本人の写真");

    private final String title;

    OwnPhotoKind(String title) {
        this.title = title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As a chart names the record.
    public String title() {
        return title;
    }

    public static Optional<OwnPhotoKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// By the title of a record in a chart of the handbook.
    public static Optional<OwnPhotoKind> titled(String title) {
        return Arrays.stream(values())
                .filter(kind -> title.startsWith(kind.title))
                .findFirst();
    }
}
