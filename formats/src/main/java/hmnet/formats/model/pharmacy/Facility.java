package hmnet.formats.model.pharmacy;

/// The facility that a written file is from (作成施設), where the format wants to know.
///
/// @param prefecture two digits (都道府県番号)
/// @param table 1 医科, 3 歯科, 4 調剤 (点数表)
/// @param code seven digits (医療機関・薬局コード)
public record Facility(String name, String prefecture, String table, String code) {
    public static final Facility UNKNOWN = new Facility("", "", "", "");
}
