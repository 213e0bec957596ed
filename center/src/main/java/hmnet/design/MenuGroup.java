package hmnet.design;

import java.util.Locale;

/// What entries of the menu have in common (メニューの見出し), shown above them where the menu is long.
public enum MenuGroup {
    /// 日常の窓口.
    CARE,
    /// カードと同意.
    CARDS,
    /// 名寄せと本人.
    PEOPLE,
    /// 運用.
    NETWORK;

    /// The key of its words.
    public String key() {
        return "design.menu.group." + name().toLowerCase(Locale.ROOT);
    }
}
