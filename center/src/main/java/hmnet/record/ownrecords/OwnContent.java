package hmnet.record.ownrecords;

import java.time.OffsetDateTime;
import java.util.UUID;

/// Something that a resident gives to their own record (本人が残す内容).
public interface OwnContent {
    /// Made where it was typed: the same one sent again is one.
    UUID id();

    /// All of it as one text: tells a repetition from something else under the same number.
    String said();

    /// Whether it may come again after it was taken back: its number is the same however often it is made.
    default boolean mayReturn() {
        return false;
    }

    /// As it is filed: a bundle under one identifier. The same at a later time takes its place.
    ///
    /// @param status `final`, `amended` or `entered-in-error`
    /// @param now when it was written
    byte[] bundle(FiledFor whom, String status, OffsetDateTime now);

    /// Whose chart it goes into, and who wrote it (保存先).
    ///
    /// @param author in words
    record FiledFor(String chartSystem, String chartNumber, String author) {}
}
