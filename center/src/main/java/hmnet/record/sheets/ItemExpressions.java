package hmnet.record.sheets;

import java.util.List;

/// The expressions of an item in FHIRPath (式); empty where it has none.
public record ItemExpressions(String initial, String calculated, String enableWhen, List<SheetVariable> variables) {
    /// A name that expressions at and below this item may use (変数).
    public record SheetVariable(String name, String expression) {}
}
