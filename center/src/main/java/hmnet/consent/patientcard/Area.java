package hmnet.consent.patientcard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// What stands in the extension area (拡張領域の内容): the common key (共通キー), and each hospital's number.
/// No name, no birth date, no regional ID and no individual number.
///
/// @param numbers one of each facility
record Area(CommonKey key, List<CardChartNumber> numbers) {
    static final int HEADER = 26;
    static final int SLOT = 26;
    static final int NUMBERS_MAX = 255;
    private static final byte[] MARK = {'H', 'M', 'X', 1};
    private static final int FACILITY = 10;
    private static final int NUMBER_MAX = 15;

    public Area {
        numbers = List.copyOf(numbers);
        if (numbers.size() > NUMBERS_MAX
                || numbers.stream().map(CardChartNumber::facility).distinct().count() < numbers.size()) {
            throw new IllegalArgumentException("One number of each facility, 255 at most");
        }
    }

    /// A hospital's number on the card.
    ///
    /// @param facility 医療機関コード, ten digits
    /// @param number its chart number, fifteen letters and digits at most
    public record CardChartNumber(String facility, String number) {
        public CardChartNumber {
            if (!facility.matches("[0-9]{10}") || !number.matches("[0-9A-Za-z-]{1,15}")) {
                throw new IllegalArgumentException("Ten digits of a facility, and a number of 15 letters and digits");
            }
        }
    }

    /// With this hospital's number, in the place of one it gave before.
    public Area with(CardChartNumber number) {
        var all = new ArrayList<>(numbers.stream()
                .filter(known -> !known.facility().equals(number.facility()))
                .toList());
        all.add(number);
        return new Area(key, all);
    }

    public Optional<String> numberAt(String facility) {
        return numbers.stream()
                .filter(known -> known.facility().equals(facility))
                .map(CardChartNumber::number)
                .findFirst();
    }

    int size() {
        return HEADER + SLOT * numbers.size();
    }

    /// Mark 4, count 1, reserved 1, common key 16, CRC-32 of all else 4; then 26 for each number: facility
    /// 10, length 1, number 15 filled up with zeros.
    byte[] written() {
        var slots = new ByteArrayOutputStream();
        for (var number : numbers) {
            slots.writeBytes(number.facility().getBytes(StandardCharsets.US_ASCII));
            slots.write(number.number().length());
            slots.writeBytes(Arrays.copyOf(number.number().getBytes(StandardCharsets.US_ASCII), NUMBER_MAX));
        }
        var head = ByteBuffer.allocate(HEADER - 4)
                .put(MARK)
                .put((byte) numbers.size())
                .put((byte) 0)
                .put(key.bytes())
                .array();
        return ByteBuffer.allocate(size())
                .put(head)
                .putInt(sum(head, slots.toByteArray()))
                .put(slots.toByteArray())
                .array();
    }

    private static int sum(byte[] head, byte[] slots) {
        var sum = new CRC32();
        sum.update(head);
        sum.update(slots);
        return (int) sum.getValue();
    }

    /// How long the area is that begins so; nothing where no area begins.
    static Optional<Integer> length(byte[] head) {
        return head.length < HEADER || !Arrays.equals(Arrays.copyOf(head, MARK.length), MARK)
                ? Optional.empty()
                : Optional.of(HEADER + SLOT * (head[MARK.length] & 0xFF));
    }

    /// What was written, if all of it is there and nothing of it is torn.
    static Optional<Area> read(byte[] bytes) {
        var length = length(bytes);
        if (length.isEmpty() || bytes.length < length.get()) {
            return Optional.empty();
        }
        var head = Arrays.copyOf(bytes, HEADER - 4);
        var slots = Arrays.copyOfRange(bytes, HEADER, length.get());
        if (ByteBuffer.wrap(bytes).getInt(HEADER - 4) != sum(head, slots)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Area(new CommonKey(Arrays.copyOfRange(head, 6, 22)), numbers(slots)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<CardChartNumber> numbers(byte[] slots) {
        var numbers = new ArrayList<CardChartNumber>();
        for (var at = 0; at < slots.length; at += SLOT) {
            var length = slots[at + FACILITY] & 0xFF;
            if (length > NUMBER_MAX) {
                throw new IllegalArgumentException("A number longer than its slot");
            }
            numbers.add(new CardChartNumber(
                    new String(slots, at, FACILITY, StandardCharsets.US_ASCII),
                    new String(slots, at + FACILITY + 1, length, StandardCharsets.US_ASCII)));
        }
        return numbers;
    }
}
