package hmnet.formats.base.csv;

import java.nio.charset.Charset;

/// How a record file is laid out and how large it may be (ファイルの作り): checked before any work is done on
/// it.
///
/// @param quotes texts may stand in double quotes, then with commas and line ends (RFC 4180)
/// @param utf8 is as usual here as MS932, so it is worth no note
/// @param width of one column, in characters
/// @param cells columns of all lines together
public record RecordForm(boolean quotes, boolean utf8, int bytes, int lines, int columns, int width, int cells) {
    /// Never plain Shift_JIS, which has no ①, ㈱, 髙.
    public static final Charset WINDOWS = Charset.forName("windows-31j");

    /// MS932 without quotes: NSIPS, JAHIS, receipts.
    public static final RecordForm MS932 = new RecordForm(false, false, 8 << 20, 100_000, 400, 20_000, 8 << 20);

    public RecordForm withQuotes() {
        return new RecordForm(true, utf8, bytes, lines, columns, width, cells);
    }

    public RecordForm orUtf8() {
        return new RecordForm(quotes, true, bytes, lines, columns, width, cells);
    }

    /// @param columnsMax of one line
    public RecordForm withColumns(int columnsMax, int cellsMax) {
        return new RecordForm(quotes, utf8, bytes, lines, columnsMax, width, cellsMax);
    }

    public RecordForm upTo(int bytesMax, int linesMax) {
        return new RecordForm(quotes, utf8, bytesMax, linesMax, columns, width, cells);
    }
}
