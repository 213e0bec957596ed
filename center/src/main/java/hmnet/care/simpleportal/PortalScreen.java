package hmnet.care.simpleportal;

import hmnet.consent.consents.ConsentState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a card is looked up (HMカード登録確認の画面).
///
/// @param problem why nothing was found, or null
record PortalScreen(@Nullable String problem, @Nullable CheckedCard card) {
    /// A card that works (使えるカード).
    ///
    /// @param code as it was read, to go on with
    /// @param consent what the person decided; null where this facility has no relation to them: it is not told
    record CheckedCard(
            String name,
            String kana,
            LocalDate birth,
            String sex,
            String code,
            @Nullable ConsentState consent) {}

    /// Who of today can be chosen (今日の患者の選択).
    ///
    /// @param word of the function, in the texts
    /// @param then the page of the chart
    record PortalList(String word, String then, List<PortalLine> lines) {}

    /// One of them.
    ///
    /// @param number the facility's own chart number, or empty
    record PortalLine(
            String path, String name, String kana, @Nullable LocalDate birth, String number) {}
}
