package hmnet.formats.jahis.tc;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLayout;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One reading of the records of a handbook (読み取り): which belongs to which, in the order they stand.
final class TcReading {
    static final RecordLayout LAYOUT = RecordLayout.read(TcFile.class, "layout.csv");

    /// How many columns a whole record has at least. Of most the last is who wrote it: where the file's other
    /// records say it, a last line that ends before has lost it, and perhaps the half of a sentence.
    private static final Map<String, Integer> WHOLE = Map.ofEntries(
            Map.entry("1", 4),
            Map.entry("2", 4),
            Map.entry("3", 5),
            Map.entry("31", 6),
            Map.entry("4", 4),
            Map.entry("5", 3),
            Map.entry("11", 5),
            Map.entry("51", 3),
            Map.entry("201", 8),
            Map.entry("281", 3),
            Map.entry("291", 3),
            Map.entry("301", 7),
            Map.entry("311", 3),
            Map.entry("391", 3),
            Map.entry("401", 3),
            Map.entry("411", 4),
            Map.entry("421", 3),
            Map.entry("501", 3),
            Map.entry("601", 3));

    /// Records whose last needed column is who wrote them.
    private static final Set<String> SIGNED =
            Set.of("2", "3", "31", "4", "5", "201", "281", "291", "311", "391", "401", "411", "421", "501");

    final List<RecordLine> lines = new ArrayList<>();
    final List<RecordLine> about = new ArrayList<>();
    final List<Dispensing> dispensings = new ArrayList<>();
    private final Notes notes;
    private final Map<String, RecordLine> otc = new HashMap<>();
    private RecordLine patient = RecordLine.of("1");
    private @Nullable Dispensing block;
    private RecordLine doctor = RecordLine.of("55");
    private @Nullable Orders orders;
    private int drugs;
    private @Nullable TcMedicine last;

    TcReading(Notes notes) {
        this.notes = notes;
    }

    void read(List<RecordLine> all, boolean ended) throws Unreadable {
        for (var line : all) {
            LAYOUT.check(line, notes);
            take(line);
        }
        close();
        if (patient.size() == 1) {
            throw new Unreadable("record-missing", 0, "1", "no patient");
        }
        if (!patient.has(1) && !patient.has(10)) {
            throw new Unreadable("column-missing", patient.number(), "1[1]", "no name");
        }
        if (JapaneseDate.day(patient.at(3)) == null) {
            notes.info("birth-date", patient, 3, patient.at(3));
        }
        var end = all.isEmpty() ? patient : all.getLast();
        if (!ended && isCut(end, all)) {
            throw new Unreadable("cut", end.number(), end.tag(), "the last line does not end");
        }
    }

    /// Of a last line without its end: not a record, or shorter than the others of its file are.
    private static boolean isCut(RecordLine end, List<RecordLine> all) {
        boolean signed = all.subList(0, Math.max(0, all.size() - 1)).stream().anyMatch(TcReading::isSigned);
        int whole = WHOLE.getOrDefault(end.tag(), 0);
        return !LAYOUT.knows(end.tag()) || end.size() < (signed || !SIGNED.contains(end.tag()) ? whole : whole - 1);
    }

    private static boolean isSigned(RecordLine line) {
        return SIGNED.contains(line.tag()) && line.size() >= WHOLE.getOrDefault(line.tag(), 0);
    }

    RecordLine patient() {
        return patient;
    }

    private void take(RecordLine line) throws Unreadable {
        switch (line.tag()) {
            case "1" -> {
                if (patient.size() > 1 && !samePerson(patient, line)) {
                    throw new Unreadable("patient-contradicts", line.number(), "1", "unlike line " + patient.number());
                } else if (patient.size() > 1) {
                    notes.repair("record-doubled", line, 0, "the patient again");
                    return;
                }
                patient = line;
            }
            case "2", "4", "701" -> about.add(line);
            case "3" -> {
                about.add(line);
                otc.put(line.at(5), line);
            }
            case "31" -> {
                if (!otc.containsKey(line.at(1))) {
                    throw new Unreadable(
                            "parent-missing", line.number(), "31[1]", "no record 3 of number " + line.at(1));
                }
                about.add(line);
            }
            case "5" -> open(line);
            case "11", "51" -> {
                var first = block(line).first(line.tag());
                if (first.size() > 1) {
                    again(first, line);
                    return;
                }
                block(line).more().add(line);
            }
            case "15", "401", "411", "421", "501", "601" -> block(line).more().add(line);
            case "55" -> {
                block(line);
                doctor = line;
                orders = null;
            }
            case "201" -> {
                last = new TcMedicine(line, new ArrayList<>());
                drug(line, last);
            }
            case "281", "291" -> remark(line);
            case "301", "311", "391" -> {
                if (!usage(line)) {
                    return;
                }
            }
            default -> {
                if (block != null) {
                    block.more().add(line);
                }
            }
        }
        lines.add(line);
    }

    /// The same line twice says nothing new; another one cannot be true beside the first.
    private void again(RecordLine first, RecordLine line) throws Unreadable {
        if (!first.columns().equals(line.columns())) {
            throw new Unreadable("record-contradicts", line.number(), line.tag(), "unlike line " + first.number());
        }
        notes.repair("record-doubled", line, 0, "left out");
    }

    private static boolean samePerson(RecordLine a, RecordLine b) {
        return a.at(1).equals(b.at(1)) && a.at(2).equals(b.at(2)) && birth(a).equals(birth(b));
    }

    private static String birth(RecordLine patient) {
        var day = JapaneseDate.day(patient.at(3));
        return day == null ? patient.at(3) : day.toString();
    }

    private void open(RecordLine day) throws Unreadable {
        close();
        if (JapaneseDate.day(day.at(1)) == null) {
            throw new Unreadable("date", day.number(), "5[1]", day.at(1));
        }
        block = Dispensing.open(day);
        dispensings.add(block);
        doctor = RecordLine.of("55");
        orders = null;
        drugs = 0;
        last = null;
    }

    private Dispensing block(RecordLine line) throws Unreadable {
        if (block == null) {
            throw new Unreadable("record-missing", line.number(), "5", "no day of dispensing before it");
        }
        return block;
    }

    /// Doctors scope the groups that follow them; a group goes on until its usage has come.
    private void drug(RecordLine line, TcMedicine medicine) throws Unreadable {
        if (!line.has(2)) {
            throw new Unreadable("column-missing", line.number(), "201[2]", "no name");
        }
        if (!line.has(3) || !line.has(4)) {
            notes.info("amount-missing", line, line.has(3) ? 4 : 3, line.at(2));
        }
        if (!line.has(6)) {
            notes.info("drug-uncoded", line, 6, line.at(2));
        }
        boolean coded = !line.at(5).isEmpty() && !line.at(5).equals("1");
        if (coded && !line.has(6)) {
            throw new Unreadable("drug-code-missing", line.number(), "201[6]", "kind " + line.at(5));
        }
        var dispensing = block(line);
        PharmacySlip.notTooMany(++drugs, line);
        if (orders == null) {
            orders = new Orders(doctor, new ArrayList<>());
            dispensing.orders().add(orders);
        }
        var open = orders.groups().reversed().stream()
                .filter(group -> group.number().equals(rp(line)))
                .reduce((a, b) -> b);
        if (open.isPresent() && open.get().usage().size() == 1) {
            if (open.get().medicines().stream()
                    .anyMatch(other -> other.drug().columns().equals(line.columns()))) {
                notes.info("drug-twice", line, 2, "kept twice");
            }
            open.get().medicines().add(medicine);
        } else if (open.isPresent()) {
            throw new Unreadable("order", line.number(), "201[1]", "RP " + rp(line) + " had its usage already");
        } else {
            var group = TcGroup.open(rp(line));
            group.medicines().add(medicine);
            orders.groups().add(group);
        }
    }

    /// The number of the group is often forgotten in records of words: then it is the drug just before.
    private void remark(RecordLine line) throws Unreadable {
        block(line);
        var drug = shifted(line) ? last : lastOf(rp(line));
        if (drug == null) {
            throw new Unreadable("parent-missing", line.number(), line.tag(), "no drug before it");
        }
        drug.more().add(line);
    }

    private @Nullable TcMedicine lastOf(String rp) {
        return orders == null
                ? null
                : orders.groups().stream()
                        .filter(group -> group.number().equals(rp))
                        .map(group -> group.medicines().getLast())
                        .findFirst()
                        .orElse(null);
    }

    /// @return whether it is new
    private boolean usage(RecordLine line) throws Unreadable {
        var dispensing = block(line);
        boolean shifted = !line.tag().equals("301") && shifted(line);
        var groups = dispensing.orders().isEmpty()
                ? List.<TcGroup>of()
                : dispensing.orders().getLast().groups();
        var group = shifted
                ? groups.stream().reduce((a, b) -> b)
                : groups.reversed().stream()
                        .filter(one -> one.number().equals(rp(line)))
                        .findFirst();
        if (group.isEmpty()) {
            throw new Unreadable("parent-missing", line.number(), line.tag(), "no drug in RP " + line.at(1));
        }
        if (line.tag().equals("301") && group.get().usage().size() > 1) {
            again(group.get().usage(), line);
            return false;
        }
        group.get().more().add(line);
        return true;
    }

    private boolean shifted(RecordLine line) {
        boolean shifted = line.at(1).isEmpty() || !line.at(1).chars().allMatch(c -> c >= '0' && c <= '9');
        if (shifted) {
            notes.repair("column-shifted", line, 1, "no RP number");
        }
        return shifted;
    }

    private void close() throws Unreadable {
        if (block == null) {
            return;
        }
        for (var ordered : block.orders()) {
            for (var group : ordered.groups()) {
                if (group.usage().size() == 1) {
                    throw new Unreadable(
                            "record-missing",
                            group.medicines().getLast().drug().number(),
                            "301",
                            "no usage in RP " + group.number());
                }
            }
        }
    }

    private static String rp(RecordLine line) {
        var number = line.at(1);
        int zeros = 0;
        while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }
}
