package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Hl7Time;

/// A time as people read it (日時の表記), no more precise than it was sent.
public final class DisplayTime {
    private DisplayTime() {}

    public static String shown(String hl7) {
        var day = Hl7Time.date(hl7);
        if (day == null) {
            return hl7;
        }
        var time = hl7.length() >= 12
                ? " " + hl7.substring(8, 10) + ":" + hl7.substring(10, 12)
                : hl7.length() == 10 ? " " + hl7.substring(8, 10) + "時" : "";
        return day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth() + time;
    }
}
