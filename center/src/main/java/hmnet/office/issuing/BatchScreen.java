package hmnet.office.issuing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One batch, card by card (印刷バッチの数合わせ).
///
/// @param problem `refused`, `same-person` or `move`; or null
/// @param countedBy the name of who counted, or null
record BatchScreen(
        @Nullable String problem,
        PrintBatch batch,
        @Nullable String countedBy) {
    public static final List<String> CHECKED = List.of("photo", "known", "questions");

    public String path() {
        return "/office/batches/" + batch.id();
    }
}
