package hmnet.people.matching;

import hmnet.people.folding.Address;
import hmnet.people.folding.BirthDate;
import hmnet.people.folding.Characters;
import hmnet.people.folding.Digits;
import hmnet.people.folding.PersonName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Many charts, folded once and kept by column (名簿): about 120 bytes a chart, no object for each.
public final class Roster {
    static final int BRANCH_UNKNOWN = -1;
    private static final int LATER_ELDERLY = 39;

    final TextNumbers words;
    public final String[] record;
    final int[] surname;
    final int[] given;
    final int[] surnameReading;
    final int[] givenReading;
    final int[] formerSurname;
    final int[] otherName;
    final int[] writtenWords;
    final int[] heardWords;
    final PersonName.Script[] script;
    public final boolean[] baby;
    final byte[] sex;
    public final int[] birth;
    final int[] postal;
    final int[] place;
    final int[] city;
    final long[] numbers;
    final long[] phone;
    final int[] insurer;
    final int[] symbol;
    final long[] insured;
    final byte[] branch;
    final int[] facility;
    final int[] chart;

    public Roster(int size) {
        this(size, new TextNumbers());
    }

    public Roster(int size, TextNumbers words) {
        this.words = words;
        record = new String[size];
        surname = new int[size];
        given = new int[size];
        surnameReading = new int[size];
        givenReading = new int[size];
        formerSurname = new int[size];
        otherName = new int[size];
        writtenWords = new int[size];
        heardWords = new int[size];
        script = new PersonName.Script[size];
        baby = new boolean[size];
        sex = new byte[size];
        birth = new int[size];
        postal = new int[size];
        place = new int[size];
        city = new int[size];
        numbers = new long[size];
        phone = new long[size];
        insurer = new int[size];
        symbol = new int[size];
        insured = new long[size];
        branch = new byte[size];
        facility = new int[size];
        chart = new int[size];
    }

    public int size() {
        return record.length;
    }

    /// Folds one chart into its row.
    public void put(int row, Demographics chartOf) {
        var name = PersonName.read(chartOf.name(), chartOf.reading());
        record[row] = chartOf.record();
        surname[row] = words.number(name.surname());
        given[row] = words.number(name.given());
        surnameReading[row] = words.number(name.surnameReading());
        givenReading[row] = words.number(name.givenReading());
        formerSurname[row] = words.number(name.formerSurname());
        otherName[row] = words.number(name.otherName());
        writtenWords[row] = words.number(name.writtenWords());
        heardWords[row] = words.number(name.heardWords());
        script[row] = name.script();
        baby[row] = name.baby();
        sex[row] = sex(chartOf.sex());
        birth[row] = BirthDate.read(chartOf.birthDate());
        postal[row] = (int) (Digits.read(chartOf.postalCode()) % 10_000_000);
        var address = Address.read(chartOf.address());
        place[row] = words.number(address.place());
        city[row] = words.number(address.city());
        numbers[row] = address.numbers();
        phone[row] = Digits.phone(chartOf.phone());
        insurer[row] = (int) (Digits.read(chartOf.insurer()) % 100_000_000);
        symbol[row] = words.number(Characters.folded(chartOf.insuranceSymbol()).replace(" ", ""));
        insured[row] = Digits.read(chartOf.insuranceNumber());
        var insuredBranch = chartOf.insuranceBranch().strip();
        branch[row] = insuredBranch.isEmpty() ? BRANCH_UNKNOWN : (byte) (Digits.read(insuredBranch) % 100);
        facility[row] = words.number(chartOf.facility());
        chart[row] = words.number(chartOf.chart().strip());
    }

    /// 後期高齢者医療: each person has a number of their own, without a branch.
    boolean personalInsurance(int row) {
        return insurer[row] / 1_000_000 == LATER_ELDERLY;
    }

    boolean insured(int row) {
        return insurer[row] != 0 && insured[row] != 0;
    }

    boolean kanji(int row) {
        return script[row] == PersonName.Script.KANJI;
    }

    String text(int word) {
        return words.text(word);
    }

    int loose(int reading) {
        return words.loose(reading);
    }

    /// The first rows alone.
    public Roster first(int count) {
        if (count == size()) {
            return this;
        }
        var first = new Roster(count, words);
        for (var row = 0; row < count; row++) {
            first.copy(row, this, row);
        }
        return first;
    }

    /// All charts in the order of their record ids, a repeated id only once: so arrival does not matter.
    public static Roster sorted(List<Roster> parts, TextNumbers words) {
        var all = new Roster(parts.stream().mapToInt(Roster::size).sum(), words);
        var at = 0;
        for (var part : parts) {
            for (var row = 0; row < part.size(); row++) {
                all.copy(at++, part, row);
            }
        }
        return all.sorted();
    }

    private Roster sorted() {
        var order = new Integer[size()];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, (a, b) -> {
            var byRecord = record[a].compareTo(record[b]);
            return byRecord != 0 ? byRecord : Integer.compare(fingerprint(a), fingerprint(b));
        });
        var kept = Arrays.stream(order).mapToInt(i -> i).toArray();
        var count = 0;
        for (var i = 0; i < kept.length; i++) {
            if (count == 0 || !record[kept[i]].equals(record[kept[count - 1]])) {
                kept[count++] = kept[i];
            }
        }
        var sorted = new Roster(count, words);
        for (var i = 0; i < count; i++) {
            sorted.copy(i, this, kept[i]);
        }
        SharedNumbers.forget(sorted.phone);
        sorted.forgetCrowdedInsurance();
        return sorted;
    }

    private void forgetCrowdedInsurance() {
        var whole = new long[size()];
        for (var row = 0; row < size(); row++) {
            whole[row] = insured(row) ? insured[row] * 1_000_003 + insurer[row] : 0;
        }
        SharedNumbers.forget(whole);
        for (var row = 0; row < size(); row++) {
            insured[row] = whole[row] == 0 ? 0 : insured[row];
        }
    }

    private int fingerprint(int row) {
        return Arrays.hashCode(new Object[] {
            text(surname[row]),
            text(given[row]),
            text(givenReading[row]),
            birth[row],
            phone[row],
            numbers[row],
            insured[row],
            text(facility[row]),
            text(chart[row])
        });
    }

    private void copy(int row, Roster from, int at) {
        record[row] = from.record[at];
        surname[row] = from.surname[at];
        given[row] = from.given[at];
        surnameReading[row] = from.surnameReading[at];
        givenReading[row] = from.givenReading[at];
        formerSurname[row] = from.formerSurname[at];
        otherName[row] = from.otherName[at];
        writtenWords[row] = from.writtenWords[at];
        heardWords[row] = from.heardWords[at];
        script[row] = from.script[at];
        baby[row] = from.baby[at];
        sex[row] = from.sex[at];
        birth[row] = from.birth[at];
        postal[row] = from.postal[at];
        place[row] = from.place[at];
        city[row] = from.city[at];
        numbers[row] = from.numbers[at];
        phone[row] = from.phone[at];
        insurer[row] = from.insurer[at];
        symbol[row] = from.symbol[at];
        insured[row] = from.insured[at];
        branch[row] = from.branch[at];
        facility[row] = from.facility[at];
        chart[row] = from.chart[at];
    }

    private static byte sex(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "M", "1", "男", "男性", "MALE" -> 1;
            case "F", "2", "女", "女性", "FEMALE" -> 2;
            // From outside: how a sender writes a sex.
            default -> 0;
        };
    }
}
