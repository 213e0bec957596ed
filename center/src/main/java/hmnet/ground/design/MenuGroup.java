package hmnet.ground.design;

import java.util.Locale;

/// What entries of the menu have in common (メニューの見出し), under which a long menu is folded.
public enum MenuGroup {
    /// 日常の窓口.
    CARE,
    /// カード・同意.
    CARDS,
    /// 住民・紐付け.
    PEOPLE,
    /// 受信・データ.
    DATA,
    /// 施設・設定.
    NETWORK;

    /// The key of its words.
    public String key() {
        return "design.menu.group." + name().toLowerCase(Locale.ROOT);
    }
}
