package hmnet.record.sheets;

/// How an item is shown (設問の見せ方).
///
/// @param help words beside it, of child items that are help
/// @param unit words behind the field
/// @param media what its picture or film is called; none is fetched
/// @param newPage printed on a page of its own
public record ItemLook(
        ItemControl control, SheetWords prefix, SheetWords help, SheetWords unit, SheetWords media, boolean newPage) {
    /// By which control it is answered (入力部品).
    public enum ItemControl {
        DEFAULT,
        RADIO,
        DROP_DOWN,
        CHECK_BOX,
        /// A keypad of digits on a telephone.
        KEYPAD
    }
}
