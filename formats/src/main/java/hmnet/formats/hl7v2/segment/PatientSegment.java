package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.Demographics;
import java.util.ArrayList;
import java.util.List;

/// Reads PID (患者識別), with the errors it is known for; what has to be put right is added to `repairs`.
public final class PatientSegment {
    private static final int NAME = 5;

    private PatientSegment() {}

    public static Demographics read(Segment pid, List<Repair> repairs) {
        var name = named(pid, NAME);
        boolean swapped = swapped(pid);
        if (swapped) {
            repairs.add(new Repair("pid7-pid8-swapped", "PID-7", "birth date and sex stand in each other's place"));
        }
        var birth = Hl7Time.date(pid.text(swapped ? 8 : 7));
        if (birth == null) {
            repairs.add(new Repair("birth-date-missing", "PID-7", "no date"));
        }
        int home = address(pid);
        return new Demographics(
                name.familyName(),
                name.givenName(),
                name.familyKana(),
                name.givenKana(),
                birth,
                sex(pid.text(swapped ? 7 : 8)),
                pid.text(11, home, 5),
                addressText(pid, home),
                phone(pid),
                Hl7Time.date(pid.text(29)));
    }

    /// The repetition that holds a representation (I kanji, P kana); without a mark the first is kanji, the
    /// second kana.
    private static int name(Segment segment, int field, String representation, int usual) {
        for (int repetition = 1; repetition <= segment.repetitions(field); repetition++) {
            if (segment.text(field, repetition, 8).equals(representation)) {
                return repetition;
            }
        }
        return usual <= segment.repetitions(field)
                        && segment.text(field, usual, 8).isEmpty()
                ? usual
                : 0;
    }

    /// A name in Latin letters alone (A), or in whatever script, is a name too.
    private static int written(Segment segment, int field, int kana) {
        int kanji = name(segment, field, "I", 1);
        for (int repetition = 1; kanji == 0 && repetition <= segment.repetitions(field); repetition++) {
            boolean named = !segment.text(field, repetition, 1).isBlank()
                    || !segment.text(field, repetition, 2).isBlank();
            kanji = repetition != kana && named ? repetition : 0;
        }
        return kanji;
    }

    /// Of whom a segment names nothing but the name, in this field (MRG-7).
    public static Demographics named(Segment segment, int field) {
        int kana = name(segment, field, "P", 2);
        int kanji = written(segment, field, kana);
        return new Demographics(
                kanji == 0 ? "" : segment.text(field, kanji, 1),
                kanji == 0 ? "" : segment.text(field, kanji, 2),
                kana == 0 ? "" : segment.text(field, kana, 1),
                kana == 0 ? "" : segment.text(field, kana, 2),
                null,
                "unknown",
                "",
                "",
                "",
                null);
    }

    /// Whether a second PID of one number is plainly about somebody else: another name, or another birth date.
    public static boolean contradict(Segment pid, Segment other) {
        var one = read(pid, new ArrayList<>());
        var second = read(other, new ArrayList<>());
        return differ(one.familyName() + one.givenName(), second.familyName() + second.givenName())
                || differ(one.familyKana() + one.givenKana(), second.familyKana() + second.givenKana())
                || one.birthDate() != null
                        && second.birthDate() != null
                        && !one.birthDate().equals(second.birthDate());
    }

    private static boolean differ(String one, String other) {
        return !one.isBlank() && !other.isBlank() && !one.equals(other);
    }

    private static boolean swapped(Segment pid) {
        return Hl7Time.date(pid.text(7)) == null
                && Hl7Time.date(pid.text(8)) != null
                && "MFOUAN".contains(pid.text(7).isEmpty() ? "?" : pid.text(7));
    }

    private static String sex(String hl7) {
        return switch (hl7) {
            case "M" -> "male";
            case "F" -> "female";
            case "O", "A" -> "other";
            default -> "unknown";
        };
    }

    private static int address(Segment pid) {
        for (int repetition = 1; repetition <= pid.repetitions(11); repetition++) {
            if (pid.text(11, repetition, 7).equals("H")) {
                return repetition;
            }
        }
        return 1;
    }

    /// XAD-8 holds the whole address as text, or what the parts before it do not: no part is lost, none stands
    /// twice.
    private static String addressText(Segment pid, int repetition) {
        var free = pid.text(11, repetition, 8);
        var text = new StringBuilder();
        for (int part : new int[] {4, 3, 1, 2}) {
            var said = pid.text(11, repetition, part);
            if (!free.contains(said.strip())) {
                text.append(said);
            }
        }
        return text.append(free).toString();
    }

    /// The number as text (XTN-12, XTN-1), else put together of its parts (XTN-6, XTN-7).
    private static String phone(Segment pid) {
        for (int n = 1; n <= pid.repetitions(13); n++) {
            for (int component : new int[] {12, 1}) {
                if (!pid.text(13, n, component).isBlank()) {
                    return pid.text(13, n, component);
                }
            }
            var local = pid.text(13, n, 7);
            if (!local.isBlank()) {
                var area = pid.text(13, n, 6);
                return area.isBlank() ? local : area + "-" + local;
            }
        }
        return "";
    }
}
