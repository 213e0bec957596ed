package hmnet.formats.kenshin;

import java.util.List;

/// What a check-up costs and who pays (健診決済・指導決済).
///
/// @param claimType 1 基本, 2 and 詳細, 3 and 追加, 4 all, 5 人間ドック
/// @param commissionType 1 個別, 2 集団
/// @param charges at the counter by part
/// @param prices by part
/// @param total 単価合計
/// @param paid 窓口支払
/// @param byOthers 他の健診による負担, empty when not said
/// @param claimed 請求金額
record CheckupClaim(
        String serviceEvent,
        Examinee examinee,
        String institution,
        String ticket,
        String expires,
        String claimType,
        String commissionType,
        List<Charge> charges,
        List<Price> prices,
        String total,
        String paid,
        String byOthers,
        String claimed) {
    /// Which part of a check-up (健診の区分).
    public enum CheckupPart {
        /// 基本的な健診.
        BASIC("Basic"),
        /// 詳細な健診.
        DETAIL("Detail"),
        /// 追加健診.
        OTHER("Other"),
        /// 人間ドック.
        DOCK("HumanDryDock");

        private final String name;

        CheckupPart(String name) {
            this.name = name;
        }

        String element() {
            return name;
        }
    }

    /// What the person bears (窓口負担): nothing, an amount, or a rate; `paid` is what that made.
    ///
    /// @param type 1 none, 2 amount, 3 rate, 4 an upper limit of the insurer
    public record Charge(CheckupPart part, String type, String amount, String rate, String paid) {}

    /// What a part costs (単価), by its code for detailed and further items.
    public record Price(CheckupPart part, String amount, String code) {}
}
