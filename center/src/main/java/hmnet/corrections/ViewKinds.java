package hmnet.corrections;

import hmnet.formats.RecordKind;
import java.util.Map;

/// Which kinds of record a view of the chart shows (画面と種別), by the view's word in the audit event. A view
/// not named here may show any: it is worse not to tell somebody than to tell one too many.
public final class ViewKinds {
    private static final long ALL = -1;

    /// The band above every page of a chart names allergies.
    private static final long BAND = RecordKind.ALLERGY.mask();

    private static final Map<String, Long> KINDS = Map.of(
            "glance", 0L,
            "viewer/medicines",
                    BAND | RecordKind.PRESCRIPTION.mask() | RecordKind.INJECTION.mask() | RecordKind.DISPENSING.mask(),
            "viewer/laboratory",
                    BAND | RecordKind.LABORATORY.mask() | RecordKind.LAB_SAFETY.mask() | RecordKind.CHECKUP.mask(),
            "viewer/diagnoses", BAND | RecordKind.DIAGNOSIS.mask(),
            "viewer/file", RecordKind.DOCUMENT.mask() | RecordKind.REPORT.mask(),
            "viewer/admissions", BAND | RecordKind.ADMISSION.mask());

    private ViewKinds() {}

    public static boolean shows(String view, RecordKind kind) {
        return (KINDS.getOrDefault(view, ALL) & kind.mask()) != 0;
    }
}
