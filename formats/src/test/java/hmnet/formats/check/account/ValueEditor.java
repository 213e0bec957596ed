package hmnet.formats.check.account;

import org.jspecify.annotations.Nullable;

/// A file in which one value after the other is replaced (値の差し替え), counted as `FileValues` lists them.
@FunctionalInterface
interface ValueEditor {
    /// @return the file with another value there; null where the value cannot stand there
    byte @Nullable [] with(int nth, String value);
}
