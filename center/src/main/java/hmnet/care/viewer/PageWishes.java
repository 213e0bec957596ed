package hmnet.care.viewer;

import hmnet.ground.directory.Requester;
import java.util.List;

/// How users want pages to open (表示の設定の取得). A module above keeps it.
public interface PageWishes {
    ReaderWishes of(Requester reader);

    /// How one user wants the pages of a chart to open (表示の設定).
    ///
    /// @param keys whether single keys do anything
    /// @param panels of the summary, that head its columns from left to right; nothing for those of the profession
    /// @param timeline the period of the time line where the address names none, or empty
    /// @param laboratory the same of the sheet of results
    record ReaderWishes(boolean keys, List<String> panels, String timeline, String laboratory) {
        public static final ReaderWishes NONE = new ReaderWishes(true, List.of(), "", "");
    }
}
