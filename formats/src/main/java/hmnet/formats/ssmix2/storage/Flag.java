package hmnet.formats.ssmix2.storage;

/// The condition flag at the end of a file name (コンディションフラグ).
public enum Flag {
    /// 削除・無効.
    RETRACTED('0'),
    /// 有効.
    LIVE('1'),
    /// 履歴: a newer file took its place.
    SUPERSEDED('2');

    private final char mark;

    Flag(char mark) {
        this.mark = mark;
    }

    public char mark() {
        return mark;
    }

    static Flag of(String mark) throws BadStorage {
        for (var flag : values()) {
            if (mark.length() == 1 && mark.charAt(0) == flag.mark) {
                return flag;
            }
        }
        throw new BadStorage("path", "no condition flag: " + mark);
    }
}
