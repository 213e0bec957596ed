package hmnet.consent.thirdparty;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The record of provision (第三者提供の記録の画面).
///
/// @param subjects who was found and can be chosen
/// @param form what was typed
/// @param asked what the answer was asked with, for the button of the file
/// @param answer null before anything was asked
public record ThirdPartyScreen(
        @Nullable String problem,
        List<ThirdPartySubject> subjects,
        TypedForm form,
        Map<String, String> asked,
        @Nullable ThirdPartyList answer) {
    public static final List<String> REASONS = ThirdPartyForm.REASONS;

    /// @param ticket the proof that this page found them
    public record ThirdPartySubject(String name, String kana, LocalDate birth, String ticket) {}

    /// @param whole whether the log of the span was read to its end
    public record ThirdPartyList(
            String name, LocalDate birth, LocalDate from, LocalDate until, List<ThirdPartyLine> lines, boolean whole) {}

    /// One line with its parties as the law wants them named (提供元・提供先).
    ///
    /// @param source null where the log does not say
    /// @param kinds none where the log does not say
    /// @param cut whether it does not say because there were too many parties for one event
    public record ThirdPartyLine(
            LocalDate day,
            @Nullable ProvisionParty source,
            ProvisionParty recipient,
            List<RecordKind> kinds,
            ProvisionGround ground,
            @Nullable LocalDate consentedOn,
            int times,
            boolean cut) {}

    /// @param owner 開設者, who represents it
    public record ProvisionParty(String name, String address, String owner) {}
}
