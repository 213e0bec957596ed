package hmnet.ground.design;

import hmnet.ground.routes.Right;

/// One entry of the menu (メニュー), with the right it takes to be offered.
///
/// @param key the key of its words
public record MenuEntry(String path, String key, String icon, Right right, MenuGroup group, int order) {
    /// Whether it leads to the first page, which stands before all groups.
    public boolean home() {
        return path.equals("/");
    }
}
