package hmnet.record.inbox;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.people.patients.MyNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keeps the individual number out of the inbox (個人番号の受取り拒否): a file that names a person by one is
/// masked before it is kept, so that neither the store nor its keys, journals and backups ever held it. The
/// chart number of the file's own path is the hospital's, whatever its check digit says.
public final class IndividualNumbers {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private IndividualNumbers() {}

    /// The digits in a text that may be individual numbers, however they are grouped.
    public static Set<String> in(String text) {
        return DigitGroups.in(SPACES.matcher(text).replaceAll(" ").getBytes(StandardCharsets.UTF_8)).stream()
                .map(DigitGroups.Suspect::digits)
                .collect(Collectors.toSet());
    }

    /// The same file with every individual number in it as asterisks; empty when it names none.
    static Optional<ReceivedFile> masked(ReceivedFile receivedFile) {
        if (receivedFile.door() == ReceivedFile.Door.FILES) {
            return ofPersons(receivedFile)
                    .map(body -> new ReceivedFile(receivedFile.path(), body, receivedFile.door()));
        }
        var own = unpadded(receivedFile.chartNumber());
        return masked(receivedFile.body(), digits -> unpadded(digits).equals(own))
                .map(body -> new ReceivedFile(receivedFile.path(), body));
    }

    /// The same bytes with every individual number as asterisks; empty when there is none.
    ///
    /// @param own whether twelve such digits are a chart number all the same
    static Optional<byte[]> masked(byte[] message, Predicate<String> own) {
        var suspects = DigitGroups.in(message).stream()
                .filter(number -> !own.test(number.digits()))
                .toList();
        return suspects.isEmpty() ? Optional.empty() : masked(message, suspects);
    }

    /// What a file of many names its persons by. The digits of a chart number stand: it is the facility's own.
    private static Optional<byte[]> ofPersons(ReceivedFile receivedFile) {
        var suspects = DigitGroups.in(receivedFile.body());
        if (suspects.isEmpty()) {
            return Optional.empty();
        }
        var named = SheetNumbers.in(receivedFile);
        var numbers = suspects.stream().filter(n -> named.contains(n.digits())).toList();
        var body = receivedFile.body().clone();
        numbers.forEach(number -> DigitGroups.mask(body, number));
        return numbers.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    private static Optional<byte[]> masked(byte[] message, List<DigitGroups.Suspect> suspects) {
        try {
            var named = PersonNumbers.in(Message.parse(message)).keySet().stream()
                    .map(MyNumber::folded)
                    .collect(Collectors.toSet());
            var numbers =
                    suspects.stream().filter(n -> named.contains(n.digits())).toList();
            var body = message.clone();
            numbers.forEach(number -> DigitGroups.mask(body, number));
            return numbers.isEmpty() ? Optional.empty() : Optional.of(body);
        } catch (BadMessage e) {
            return Optional.empty();
        }
    }

    /// Where in a masked file the number stood, such as `PID-2`.
    public static String whereMasked(byte[] body) {
        try {
            return PersonNumbers.in(Message.parse(body)).entrySet().stream()
                    .filter(entry -> MyNumber.folded(entry.getKey()).matches("[*＊]{12}"))
                    .map(java.util.Map.Entry::getValue)
                    .distinct()
                    .collect(Collectors.joining(", "));
        } catch (BadMessage e) {
            return "";
        }
    }

    private static String unpadded(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}
