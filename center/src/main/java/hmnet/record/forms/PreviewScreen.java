package hmnet.record.forms;

import hmnet.record.forms.ShownSheet.ShownProblem;
import java.util.List;

/// A sheet that is tried (帳票の下見).
///
/// @param kept the answers of all pages so far, as the form carries them
/// @param whole whether it would be signed: nothing is missing or wrong
record PreviewScreen(long id, ShownSheet sheet, String kept, List<ShownProblem> problems, boolean whole) {}
