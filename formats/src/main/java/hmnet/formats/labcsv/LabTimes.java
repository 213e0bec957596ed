package hmnet.formats.labcsv;

import hmnet.formats.base.japanese.JapaneseDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/// When a laboratory took a sample (採取日時).
final class LabTimes {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):?([0-5]\\d)(:?\\d{2})?");
    private static final int DAY = 8;

    private LabTimes() {}

    /// The first eight digits, whatever stands behind them.
    static String dayOf(String text) {
        var plain = text.replace("/", "").replace("-", "");
        return plain.length() > DAY && plain.chars().limit(DAY).allMatch(c -> c >= '0' && c <= '9')
                ? plain.substring(0, DAY)
                : plain;
    }

    static OffsetDateTime at(LabLine line) {
        var day = JapaneseDate.day(dayOf(line.at("sampled")));
        var time = TIME.matcher(line.at("sampledTime"));
        return (day == null ? LocalDate.EPOCH : day)
                .atTime(
                        time.matches()
                                ? LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)))
                                : LocalTime.MIDNIGHT)
                .atOffset(LabSheets.JAPAN);
    }
}
