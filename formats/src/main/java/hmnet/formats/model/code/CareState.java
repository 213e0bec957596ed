package hmnet.formats.model.code;

import java.util.Locale;

/// What became of something that was told (状態の別). Not done, refused, stopped and unknown never look alike.
public enum CareState {
    /// As the kind of the row says: ordered, given, present.
    ACTIVE("", true),
    DRAFT("下書き", false),
    PLANNED("予定", false),
    ON_HOLD("保留", false),
    IN_PROGRESS("実施中", true),
    /// Begun and not given whole.
    PARTIAL("一部実施", true),
    STOPPED("中止", false),
    CANCELLED("取消", false),
    NOT_DONE("未実施", false),
    REFUSED("拒否", false),
    /// An order not to do it.
    PROHIBITED("禁止", false),
    /// Looked for and not so.
    REFUTED("否定", false),
    ENDED("終了", false),
    UNKNOWN("状態不明", false);

    private final String words;
    private final boolean current;

    CareState(String words, boolean current) {
        this.words = words;
        this.current = current;
    }

    /// As people read it; empty for `ACTIVE`.
    public String words() {
        return words;
    }

    /// Whether it may count as given or current.
    public boolean isCurrent() {
        return current;
    }

    /// As extracts write it; empty for `ACTIVE`.
    public String word() {
        return this == ACTIVE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException for a word that is none
    public static CareState of(String word) {
        return word.isEmpty() ? ACTIVE : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
