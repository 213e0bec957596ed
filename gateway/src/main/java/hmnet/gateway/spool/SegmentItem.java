package hmnet.gateway.spool;

/// What stands at a place of a segment (読み取った一件).
sealed interface SegmentItem {
    record Whole(Entry entry, long next) implements SegmentItem {}

    /// Bytes that do not open; the next entry begins at `next`.
    ///
    /// @param counted whether its header was sound, so that it was counted among those waiting
    record Damaged(long next, boolean counted) implements SegmentItem {}

    /// Nothing more; a write that a power cut tore off is nothing.
    record End() implements SegmentItem {}
}
