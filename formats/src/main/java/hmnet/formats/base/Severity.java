package hmnet.formats.base;

import java.util.Locale;

/// How much a remark weighs (重さ).
public enum Severity {
    /// Nothing was changed: something unusual, an unknown record that is kept, a code without a mapping.
    INFO,
    /// Put right without guessing: the file is `repaired`.
    REPAIR,
    /// Why the file is refused.
    ERROR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
