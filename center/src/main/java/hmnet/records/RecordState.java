package hmnet.records;

/// Where a version of a record stands (版の状態). None of them overwrites another: all versions stay.
public enum RecordState {
    LIVE(1),
    /// 旧版: a newer version holds.
    SUPERSEDED(2),
    /// 訂正前: a newer version holds that its sender called a correction.
    CORRECTED(3),
    /// 取消: leaves every view, count, history, feed and export; kept for the sender and for audit.
    RETRACTED(4),
    /// 付替え: filed again under the right patient, retracted here.
    MOVED(5);

    private final int code;

    RecordState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static RecordState of(int code) {
        for (var state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("No record state has code " + code);
    }
}
