package hmnet.layouts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The layouts of a facility's laboratories (検査会社の取り決めの画面): what was tried, what is declared.
///
/// @param done what was just done, or null
/// @param problem why nothing was done, or null
/// @param declaration as typed, or an example to begin with
/// @param said what is wrong with the sample, in words
/// @param fields the words a declaration may use
public record LayoutsScreen(
        @Nullable String done,
        @Nullable String problem,
        String declaration,
        Tried.@Nullable Read read,
        Tried.@Nullable BadLayout badLayout,
        Tried.@Nullable BadSample badSample,
        String said,
        List<String> fields,
        List<LabLayouts.Declared> declared) {}
