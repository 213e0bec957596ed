package hmnet.office.exposure;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The question and its answer (漏えい時の照会の画面).
///
/// @param answer null before anything was asked
/// @param asked what was typed, for the buttons below the list
public record ExposureScreen(
        TypedForm form, Map<String, String> asked, @Nullable ExposureList answer) {
    public static final List<String> THROUGH = ExposureForm.THROUGH;
    public static final List<String> REASONS = ExposureForm.REASONS;

    /// @param older the last event of the page where the list goes on, or null
    /// @param fileMax how many lines a file has at most
    public record ExposureList(
            long events,
            long persons,
            List<ExposureLine> lines,
            @Nullable String older,
            int fileMax) {}

    /// One event (照会の一行).
    ///
    /// @param who a name, or a word of `exposure.who.…` where nobody has one
    /// @param person a name, empty where it is about nobody, null where the name is not shown
    /// @param view the page of the chart, or empty
    public record ExposureLine(
            OffsetDateTime at,
            String who,
            boolean named,
            String profession,
            String facility,
            @Nullable String person,
            String action,
            String outcome,
            String view,
            String address,
            String credential) {}
}
