package hmnet.consent.mypages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose page this is, said at the top of each (だれのページか).
///
/// @param name whose page it is
/// @param whose what a form says back, as in `ResidentCaller.whose`
/// @param until the last day of the right to another's page, or null on one's own
/// @param others whether there are others whose pages the account may open
public record OwnWhose(
        String name,
        String whose,
        boolean sees,
        boolean decides,
        boolean reads,
        @Nullable LocalDate until,
        boolean others) {}
