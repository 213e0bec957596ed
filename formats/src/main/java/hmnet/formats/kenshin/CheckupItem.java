package hmnet.formats.kenshin;

import java.util.List;

/// One result of a check-up (健診項目の結果).
///
/// @param act codes of the acts it stands in (保健指導), empty for check-ups
/// @param code 17 characters
/// @param codeSystem OID
/// @param type PQ, CD, CO, ST, INT, TS, or empty when there is no value
/// @param value number, code or text as sent; empty when there is none
/// @param display what a code is called
/// @param results OID of a coded value
/// @param state whether there is a value, and why not
/// @param flag L, N, H, or as sent
/// @param author who judged
record CheckupItem(
        String act,
        String code,
        String codeSystem,
        String name,
        String type,
        String value,
        String unit,
        String display,
        String results,
        State state,
        String flag,
        String low,
        String high,
        String method,
        String author,
        List<CheckupItem> members) {
    CheckupItem called(String words) {
        return new CheckupItem(
                act,
                code,
                codeSystem,
                name,
                type,
                value,
                unit,
                words,
                results,
                state,
                flag,
                low,
                high,
                method,
                author,
                members);
    }

    /// Why there is no value, or that there is one (実施の状態).
    public enum State {
        /// 実施.
        MEASURED,
        /// 未実施.
        NOT_DONE,
        /// 測定不能.
        NOT_MEASURABLE
    }
}
