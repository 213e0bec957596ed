package hmnet.care.emergencycode;

import hmnet.ground.design.QrDrawing;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resident's own emergency codes (わたしの救急QR).
///
/// @param told as in `emergency-code.own.told.…`, or null
/// @param form what was chosen and cannot be taken
public record OwnCodesScreen(@Nullable String told, List<OwnCodeLine> codes, TypedForm form) {
    public static final List<CodePart> PARTS = CodePart.choices().toList();
    public static final int MONTHS_MAX = CodeScope.MONTHS_MAX;
    public static final int MONTHS = CodeScope.MONTHS;

    /// One code (救急QRの一行).
    ///
    /// @param lastDay on which it counts
    /// @param state `counts`, `expired`, `ended`, `parted` or `key-ended`
    /// @param shown whether this account may see what it says
    /// @param old whether the life box was changed after it was made, and the code holds words of it
    public record OwnCodeLine(
            UUID id, String number, LocalDate madeOn, LocalDate lastDay, String state, boolean shown, boolean old) {
        public boolean counts() {
            return state.equals("counts");
        }
    }

    /// One code or what it would be (救急QRの画面).
    ///
    /// @param madeOn null for a draft, and so is `code`
    /// @param lastDay on which it counts, or would
    /// @param problem why a draft cannot be made into a code, or null
    public record OwnCodeScreen(
            UUID id,
            String number,
            CodeWords words,
            @Nullable LocalDate madeOn,
            LocalDate lastDay,
            @Nullable QrDrawing code,
            @Nullable String problem) {}
}
