package hmnet.record.inbox;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.check.Readers;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StoragePath;
import hmnet.people.patients.MyNumber;
import hmnet.record.inbox.numbers.ColumnNumbers;
import hmnet.record.inbox.numbers.DigitGroups;
import hmnet.record.inbox.numbers.PersonNumbers;
import hmnet.record.inbox.numbers.SheetNumbers;
import hmnet.record.inbox.packed.PackedFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keeps the individual number out of the inbox (個人番号の受取り拒否): a file that names a person by one is
/// masked before it is kept, so that neither the store nor its keys, journals and backups ever held it. The
/// chart number of the file's own path is the hospital's, whatever its check digit says.
public final class IndividualNumbers {
    private static final int HEAD = 32;
    private static final int LOOKED_FOR_ZEROS = 4096;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MESSAGE = Pattern.compile("[\\s\\x0B]*(?:MSH|FHS|BHS)");
    private static final Pattern BLOTTED = Pattern.compile("(?:[*＊][ 　-]{0,3}){12}");

    /// `202604011020`, or `260401102030`.
    private static final Pattern TIME =
            Pattern.compile("20[0-4]\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d"
                    + "|2\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d");

    /// A digest or a UUID, as gateways and other programs name files: one in 650 holds twelve digits in a row that
    /// check.
    private static final Pattern DIGEST = Pattern.compile(
            "(?<![0-9A-Za-z])(?=[0-9-]*[a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
                    + "|[0-9a-f]{128}|[0-9a-f]{96}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9A-Za-z])",
            Pattern.CASE_INSENSITIVE);

    private IndividualNumbers() {}

    /// The digits in a text that may be individual numbers, however they are grouped.
    public static Set<String> in(String text) {
        return DigitGroups.in(SPACES.matcher(text).replaceAll(" ").getBytes(StandardCharsets.UTF_8)).stream()
                .map(DigitGroups.Suspect::digits)
                .collect(Collectors.toSet());
    }

    /// A file as it may be kept.
    ///
    /// @param isHeld whether an individual number stood in it, or in a name that is all there is to know it by
    record MaskedFile(ReceivedFile file, boolean isHeld) {}

    /// The same file with every individual number in it and in its name as asterisks; empty when there is none.
    ///
    /// @param own whether twelve such digits in a name are a chart number of the facility all the same
    static Optional<MaskedFile> masked(ReceivedFile receivedFile, Predicate<String> own) {
        var body = maskedBody(receivedFile, own);
        var path = maskedPath(receivedFile, own);
        if (body.isEmpty() && path.equals(receivedFile.path())) {
            return Optional.empty();
        }
        var kept = new ReceivedFile(path, body.orElseGet(receivedFile::body), receivedFile.door());
        var isStorage = receivedFile.door() == ReceivedFile.Door.STORAGE;
        return Optional.of(new MaskedFile(kept, body.isPresent() || isStorage));
    }

    private static Optional<byte[]> maskedBody(ReceivedFile receivedFile, Predicate<String> own) {
        if (receivedFile.door() == ReceivedFile.Door.FILES) {
            return ofPersons(receivedFile, own);
        }
        var chart = unpadded(receivedFile.chartNumber());
        return masked(receivedFile.body(), digits -> unpadded(digits).equals(chart));
    }

    /// A path without individual numbers. In one of the standard storage each part has its meaning and none is for such
    /// a number; a time of day written in twelve digits is none either, nor are digits of a digest.
    static String maskedPath(ReceivedFile receivedFile, Predicate<String> own) {
        if (receivedFile.door() == ReceivedFile.Door.STORAGE && isStorage(receivedFile.path())) {
            return receivedFile.path();
        }
        var path = receivedFile.path().getBytes(StandardCharsets.UTF_8);
        var digests = DIGEST.matcher(receivedFile.path()).results().toList();
        DigitGroups.in(path).stream()
                .filter(number -> digests.stream()
                        .noneMatch(digest ->
                                number.places().stream().allMatch(at -> within(receivedFile.path(), digest, at))))
                .filter(number -> !TIME.matcher(number.digits()).matches() && !own.test(number.digits()))
                .forEach(number -> DigitGroups.mask(path, number));
        return new String(path, StandardCharsets.UTF_8);
    }

    /// @param at a byte of the path
    private static boolean within(String path, MatchResult digest, int at) {
        var first = path.substring(0, digest.start()).getBytes(StandardCharsets.UTF_8).length;
        return at >= first && at < first + digest.end() - digest.start();
    }

    /// Whether a number was blotted out of a path as it is kept.
    public static boolean isMasked(String path) {
        return BLOTTED.matcher(path).find();
    }

    private static boolean isStorage(String path) {
        try {
            StoragePath.parse(path);
            return true;
        } catch (BadStorage e) {
            return false;
        }
    }

    /// The same bytes with every individual number as asterisks; empty when there is none. What is no message is looked
    /// through as a table.
    ///
    /// @param own whether twelve such digits are a chart number all the same
    static Optional<byte[]> masked(byte[] message, Predicate<String> own) {
        if (!MESSAGE.matcher(head(message)).lookingAt()) {
            return ofTable(message, SheetNumbers.named(message), false);
        }
        var suspects = DigitGroups.in(message).stream()
                .filter(number -> !own.test(number.digits()))
                .toList();
        return suspects.isEmpty() ? Optional.empty() : masked(message, suspects);
    }

    /// What a file of many names its persons by. The digits of a chart number stand: it is the facility's own.
    private static Optional<byte[]> ofPersons(ReceivedFile receivedFile, Predicate<String> own) {
        if (PackedFile.looksLike(receivedFile.body())) {
            return PackedFile.masked(
                    receivedFile.body(),
                    (name, content) -> ofPersons(new ReceivedFile(name, content, receivedFile.door()), own),
                    name -> maskedPath(new ReceivedFile(name, new byte[0], receivedFile.door()), own));
        }
        if (MESSAGE.matcher(head(receivedFile.body())).lookingAt()) {
            return ofMessages(receivedFile, own);
        }
        var wide = utf16(receivedFile.body());
        if (wide.isEmpty()) {
            var isKnown =
                    Readers.format(receivedFile.path(), receivedFile.body()).isPresent();
            return ofTable(receivedFile.body(), SheetNumbers.in(receivedFile.path(), receivedFile.body()), isKnown);
        }
        var plain = new String(receivedFile.body(), wide.get()).getBytes(StandardCharsets.UTF_8);
        return ofTable(plain, SheetNumbers.named(plain), false)
                .map(body -> new String(body, StandardCharsets.UTF_8).getBytes(wide.get()));
    }

    /// As a message that came by itself, but that the first number of each patient is the chart number.
    private static Optional<byte[]> ofMessages(ReceivedFile receivedFile, Predicate<String> own) {
        var body = receivedFile.body();
        var charts = charts(body);
        var masked = masked(body, digits -> own.test(digits) || charts.contains(digits));
        var sofar = masked.orElse(body);
        return ofTable(sofar, SheetNumbers.in(receivedFile.path(), sofar), true).or(() -> masked);
    }

    private static Set<String> charts(byte[] messages) {
        try {
            return Message.parse(messages).segments().stream()
                    .filter(segment -> segment.name().equals("PID"))
                    .map(segment -> MyNumber.folded(segment.text(3, 1, 1)))
                    .collect(Collectors.toSet());
        } catch (BadMessage e) {
            return Set.of();
        }
    }

    /// Blots out the numbers that are named so and the columns that are of such numbers.
    private static Optional<byte[]> ofTable(byte[] bytes, Set<String> named, boolean isKnown) {
        var body = bytes.clone();
        var columns = !MESSAGE.matcher(head(bytes)).lookingAt() && ColumnNumbers.blot(body, isKnown);
        var numbers = named.isEmpty()
                ? List.<DigitGroups.Suspect>of()
                : DigitGroups.in(body).stream()
                        .filter(number -> named.contains(number.digits()))
                        .toList();
        numbers.forEach(number -> DigitGroups.mask(body, number));
        return columns || !numbers.isEmpty() ? Optional.of(body) : Optional.empty();
    }

    /// What tables saved as "Unicode text" are written in, with a mark of the byte order or without.
    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        return switch ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) {
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            default -> unmarkedUtf16(bytes);
        };
    }

    /// Digits, commas and ends of lines have a byte 0 on one side and never on the other.
    private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
        var zeros = new int[2];
        var looked = Math.min(bytes.length, LOOKED_FOR_ZEROS) & ~1;
        for (var at = 0; at < looked; at++) {
            zeros[at % 2] += bytes[at] == 0 ? 1 : 0;
        }
        var most = Math.max(zeros[0], zeros[1]);
        if (bytes.length % 2 != 0 || Math.min(zeros[0], zeros[1]) > 0 || most * 8 < looked) {
            return Optional.empty();
        }
        return Optional.of(zeros[1] > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Optional<byte[]> masked(byte[] message, List<DigitGroups.Suspect> suspects) {
        try {
            var named = SheetNumbers.named(message);
            PersonNumbers.in(Message.parse(message)).keySet().stream()
                    .map(MyNumber::folded)
                    .forEach(named::add);
            var numbers =
                    suspects.stream().filter(n -> named.contains(n.digits())).toList();
            var body = message.clone();
            numbers.forEach(number -> DigitGroups.mask(body, number));
            return numbers.isEmpty() ? Optional.empty() : Optional.of(body);
        } catch (BadMessage e) {
            return ofTable(message, SheetNumbers.named(message), false);
        }
    }

    /// Where in a masked file the number stood, such as `PID-2` or `column 4`.
    public static String whereMasked(byte[] body) {
        if (PackedFile.looksLike(body)) {
            return PackedFile.tables(body).entrySet().stream()
                    .map(table -> new String[] {table.getKey(), whereMasked(table.getValue())})
                    .filter(table -> !table[1].isEmpty() || isMasked(table[0]))
                    .map(table -> (table[0] + " " + table[1]).strip())
                    .collect(Collectors.joining(", "));
        }
        var plain = utf16(body)
                .map(wide -> new String(body, wide).getBytes(StandardCharsets.UTF_8))
                .orElse(body);
        try {
            return MESSAGE.matcher(head(plain)).lookingAt()
                    ? PersonNumbers.in(Message.parse(plain)).entrySet().stream()
                            .filter(entry -> MyNumber.folded(entry.getKey()).matches("[*＊]{12}"))
                            .map(java.util.Map.Entry::getValue)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    : ColumnNumbers.whereBlotted(plain);
        } catch (BadMessage e) {
            return "";
        }
    }

    private static String head(byte[] body) {
        return new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1);
    }

    private static String unpadded(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}
