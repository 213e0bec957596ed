package hmnet.consent.mypages;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of what a resident reads of the log (だれが見たか). It never says which record, and names no member of staff.
///
/// @param facility its name, or the proxy's, or empty for the office's machine and the resident
/// @param who `resident`, `proxy`, `machine`, `centre` or a profession
/// @param act what was done, in the words of `OwnLogAct`
/// @param view which page, or null
/// @param purpose the code, or null
/// @param refused why nothing was shown, or null where something was
/// @param consent `given`, `withdrawn`, `none`, or null where no consent was asked
/// @param consentOn since when, or null
/// @param provable whether the proof can be had already
/// @param door the emergency door through which it was opened, or null
/// @param to the hospital that it was handed on to, or null
public record OwnLogLine(
        UUID event,
        OffsetDateTime at,
        String facility,
        String who,
        String act,
        @Nullable String view,
        @Nullable String purpose,
        @Nullable String refused,
        @Nullable String consent,
        @Nullable OffsetDateTime consentOn,
        boolean provable,
        @Nullable String door,
        @Nullable String to) {}
