package hmnet.record.filing;

/// Where a version of a record stands (版の状態). None of them overwrites another: all versions stay.
public enum RecordState {
    LIVE(RecordState.LIVE_CODE),
    /// 旧版: a newer version holds.
    SUPERSEDED(RecordState.SUPERSEDED_CODE),
    /// 訂正前: a newer version holds that its sender called a correction.
    CORRECTED(RecordState.CORRECTED_CODE),
    /// 取消: leaves every view, count, history, feed and export; kept for the sender and for audit.
    RETRACTED(RecordState.RETRACTED_CODE),
    /// 付替え: filed again under the right patient, retracted here.
    MOVED(RecordState.MOVED_CODE);

    /// Literals, since an index over living rows is chosen by what the statement says, not by its parameters.
    public static final int LIVE_CODE = 1;

    private static final int SUPERSEDED_CODE = 2;
    private static final int CORRECTED_CODE = 3;
    private static final int RETRACTED_CODE = 4;
    private static final int MOVED_CODE = 5;

    /// A newer version holds.
    public static final String REPLACED = "(" + SUPERSEDED_CODE + ", " + CORRECTED_CODE + ")";

    /// Neither retracted nor moved.
    static final String STOOD = "(" + LIVE_CODE + ", " + SUPERSEDED_CODE + ", " + CORRECTED_CODE + ")";

    /// Its sender said that it was wrong.
    public static final String TAKEN_BACK = "(" + CORRECTED_CODE + ", " + RETRACTED_CODE + ", " + MOVED_CODE + ")";

    private final int code;

    RecordState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static RecordState of(int code) {
        for (var state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("No record state has code " + code);
    }
}
