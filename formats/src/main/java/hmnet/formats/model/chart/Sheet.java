package hmnet.formats.model.chart;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says of one patient (一人分の記載).
///
/// @param patient the sender's number for the patient (患者番号), empty when the file names none
/// @param person as the file names them
/// @param source the source item's own key: the same in every version of it, another for every other item of
///     the
/// sender.
///     A later version supersedes; prescription number, receipt month, document id
/// @param version sorts like the time the sender made it, `yyyyMMddHHmmss` or longer
/// @param deletes takes the source item away; then there are no entries
/// @param master the patient's demographics are meant to be taken over, not only to recognise them by
public record Sheet(
        String patient,
        Demographics person,
        @Nullable InsuredNumber insured,
        String source,
        String version,
        OffsetDateTime at,
        boolean deletes,
        boolean master,
        List<Entry> entries) {}
