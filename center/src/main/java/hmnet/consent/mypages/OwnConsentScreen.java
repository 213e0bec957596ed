package hmnet.consent.mypages;

import hmnet.consent.notices.ConsentNotice;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a resident's consent is now (同意の状況の画面).
///
/// @param state `given`, `withdrawn` or `none`
/// @param since since when, or null for `none`
/// @param position the ready position, or null where it is none of them
/// @param withdrawn whether it was just taken back
/// @param emergencySince since when the person agrees to emergencies, or null
/// @param emergencyDone `given` or `ended`, what was just done; or null
/// @param asked what is explained now and was not when the person agreed; null where nobody asks again
/// @param renewed whether the person has just agreed again
public record OwnConsentScreen(
        String state,
        @Nullable LocalDate since,
        @Nullable String position,
        List<OwnDenial> denials,
        boolean withdrawn,
        @Nullable OffsetDateTime emergencySince,
        @Nullable String emergencyDone,
        @Nullable ConsentNotice asked,
        boolean renewed) {
    /// What is closed within the consent (見せないもの).
    ///
    /// @param to names of facilities; empty for everybody
    /// @param staff whether one member of staff is meant
    /// @param allBut whether the named are the ones that still see
    /// @param toKinds kinds of facility, in words of the register
    /// @param kinds kinds of record; empty for all
    /// @param labels that rows must bear to be meant; empty for all rows
    /// @param purposes for which it holds, as HL7 calls them; empty for all
    public record OwnDenial(
            List<String> to,
            boolean staff,
            boolean allBut,
            List<String> toKinds,
            @Nullable String source,
            List<String> kinds,
            List<String> labels,
            List<String> purposes,
            @Nullable LocalDate careFrom,
            @Nullable LocalDate careUntil,
            @Nullable OffsetDateTime until) {}
}
