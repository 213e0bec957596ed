package hmnet.care.lifebox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resident's own life box (わたしの命の宝箱の画面).
///
/// @param told what came of what was done, as in `lifebox.told.…`, or null
/// @param standing what stands, or null
/// @param proposal what staff wrote for the person and nobody confirmed, or null
/// @param begun whether the reader left a draft
/// @param due whether it is time to ask if what stands is right still
/// @param before what stood before, the newest first
/// @param code the emergency code on the paper, or null
/// @param printedAt when the page was drawn, as its paper says
public record OwnBoxScreen(
        @Nullable String told,
        @Nullable ShownBox standing,
        @Nullable ShownBox proposal,
        boolean begun,
        boolean due,
        List<EarlierBox> before,
        @Nullable CodeOnPaper code,
        OffsetDateTime printedAt) {
    /// One that stood before (以前の命の宝箱).
    public record EarlierBox(UUID id, OffsetDateTime signedAt, String author) {}

    /// One that stood before, whole (以前の命の宝箱の画面).
    public record EarlierBoxScreen(ShownBox box) {}
}
