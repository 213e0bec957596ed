package hmnet.record.forms;

import hmnet.record.forms.ShownSheet.ShownProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet that is tried (帳票の下見).
///
/// @param kept the answers of all pages so far, as the form carries them
/// @param whole whether it would be signed: nothing is missing or wrong
/// @param unfileable why what the sheet makes of the answers could not be filed, or null
record PreviewScreen(
        long id,
        ShownSheet sheet,
        String kept,
        List<ShownProblem> problems,
        boolean whole,
        @Nullable String unfileable) {}
