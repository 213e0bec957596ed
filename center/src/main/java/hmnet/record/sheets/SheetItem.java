package hmnet.record.sheets;

import java.util.List;
import java.util.stream.Stream;

/// An item of a sheet (設問・区分).
///
/// @param number its place in the sheet, counted as it is read: the same for ever in this version
/// @param any whether one of the rules is enough
/// @param open another answer than those offered may be written
public record SheetItem(
        int number,
        String linkId,
        ItemKind kind,
        SheetWords text,
        List<SheetCode> codes,
        ItemRules rules,
        ItemLook look,
        List<EnableRule> enableWhen,
        boolean any,
        List<AnswerChoice> choices,
        boolean open,
        List<SheetCode> units,
        List<AnswerValue> initial,
        ItemExpressions expressions,
        ItemExtraction extraction,
        List<SheetItem> items) {
    public SheetItem {
        codes = List.copyOf(codes);
        enableWhen = List.copyOf(enableWhen);
        choices = List.copyOf(choices);
        units = List.copyOf(units);
        initial = List.copyOf(initial);
        items = List.copyOf(items);
    }

    /// This one and all below it.
    public Stream<SheetItem> all() {
        return Stream.concat(Stream.of(this), items.stream().flatMap(SheetItem::all));
    }

    /// Whether it stands several times with all that is below it.
    public boolean isRepeatedGroup() {
        return kind == ItemKind.GROUP && rules.repeats();
    }
}
