package hmnet.formats.check.account;

import java.util.List;
import java.util.function.Function;

/// A place in a file that can hold another value (差し替えられる項目).
///
/// @param base the file with something in that place, so that one value alone differs
/// @param markers values to try
/// @param with the file with another value there
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
record Spot(byte[] base, List<String> markers, Function<String, byte[]> with) {
    static final String WORDS = "標識ＺＱ";
    static final String CODE = "ZQ7K1";
    static final String NUMBER = "731.25";
    static final String WHOLE = "7";
    static final String DAY = "20190723";
    static final String TIME = "20190723101500";
}
