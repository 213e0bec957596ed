package hmnet.exchange.feeds;

import hmnet.exchange.callers.Domain;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.adt.Trigger;
import hmnet.formats.model.chart.Demographics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A feed in another format as the identity message it stands for (通知の電文): ADT^A28 or A31, or ADT^A40
/// for a number that was replaced. What was sent stands in its last segment, ZFH, byte for byte (Base64), so
/// that the inbox files one kind of identity message and holds the other one whole.
///
/// @param application MSH-3, which tells the format: `FHIR`, `HL7V3`
/// @param trigger A28 or A31; with a survivor it is A40
/// @param id what makes it this message and no other, and is the same when it is sent again: MSH-10 is a hash
///     of it
/// @param survivor the number that stays, when this one is replaced
/// @param kept about what was sent, such as its media type
public record FeedMessage(
        String application,
        Trigger trigger,
        byte[] id,
        Domain domain,
        String number,
        Demographics said,
        Optional<String> survivor,
        String kept,
        byte[] body) {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int ID_BYTES = 10;
    private static final int DIED = 29;

    /// The numbers it is about.
    public List<String> numbers() {
        return Stream.concat(Stream.of(number), survivor.stream()).toList();
    }

    /// What it says of the patient, as it is filed.
    public String words() {
        return Stream.concat(
                        numbers().stream(),
                        Stream.of(
                                said.familyName(),
                                said.givenName(),
                                said.familyKana(),
                                said.givenKana(),
                                said.postalCode(),
                                said.address(),
                                said.phone()))
                .collect(Collectors.joining(","));
    }

    /// @param when the patient changed at the sender, as it says: the same each time it is sent. Filing lets
    ///     nothing change after it came here
    public byte[] bytes(Instant when) {
        var at = OffsetDateTime.ofInstant(when, JAPAN);
        var time = "%s.%03d".formatted(Hl7Time.hl7(at), at.getNano() / 1_000_000);
        var type = survivor.isPresent() ? "ADT^A40^ADT_A39" : "ADT^" + trigger + "^ADT_A05";
        var lines = new StringBuilder();
        line(
                        lines,
                        "MSH",
                        "^~\\&",
                        application,
                        domain.namespace(),
                        "HMNET",
                        "HMNET",
                        time,
                        "",
                        type,
                        controlId(),
                        "P",
                        "2.5")
                .setLength(lines.length() - 1);
        lines.append("||||||UNICODE UTF-8\r");
        line(lines, "EVN", "", time);
        line(lines, "PID", patient());
        if (survivor.isPresent()) {
            line(lines, "MRG", cx(number));
        }
        line(lines, "ZFH", escaped(kept), Base64.getEncoder().encodeToString(body));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// PID-1 to PID-29.
    private String[] patient() {
        var fields = new String[DIED];
        Arrays.fill(fields, "");
        fields[3 - 1] = cx(survivor.orElse(number));
        fields[5 - 1] = names();
        fields[7 - 1] = day(said.birthDate());
        fields[8 - 1] = sex();
        fields[11 - 1] = address();
        fields[13 - 1] = escaped(said.phone());
        fields[DIED - 1] = day(said.diedOn());
        return fields;
    }

    private static StringBuilder line(StringBuilder lines, String name, String... fields) {
        return lines.append(name).append('|').append(String.join("|", fields)).append('\r');
    }

    private String cx(String value) {
        return escaped(value) + "^^^" + escaped(domain.namespace()) + "^PI";
    }

    private String names() {
        return escaped(said.familyName()) + "^" + escaped(said.givenName()) + "^^^^^L^I~" + escaped(said.familyKana())
                + "^" + escaped(said.givenKana()) + "^^^^^L^P";
    }

    private String address() {
        return "^^^^" + escaped(said.postalCode()) + "^JPN^H^" + escaped(said.address());
    }

    private String sex() {
        return switch (said.sex()) {
            case "male" -> "M";
            case "female" -> "F";
            case "other" -> "O";
            // From outside: FHIR's administrative gender.
            default -> "U";
        };
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    private String controlId() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("~", "\\R\\")
                .replace("&", "\\T\\")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
