package hmnet.formats.base.hl7;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// A message being written (書き出す電文), strictly: in one set of characters, CR after every segment.
public final class MessageBuilder {
    private final List<SegmentBuilder> segments = new ArrayList<>();
    private final MessageCharacters characters;

    /// In ISO-2022-JP.
    public MessageBuilder() {
        this(MessageCharacters.ISO_IR87);
    }

    public MessageBuilder(MessageCharacters characters) {
        this.characters = characters;
    }

    /// A message that was read, to be written strictly: with the usual separators, in ISO-2022-JP, or in
    /// UTF-8 where it holds characters that ISO-2022-JP cannot say. Pure ASCII keeps its own declaration.
    public static MessageBuilder copyOf(Message read) {
        boolean ascii = read.segments().stream()
                .allMatch(segment -> segment.toString().chars().allMatch(c -> c < 0x80));
        var jis = ascii || read.segments().stream().allMatch(segment -> JisText.isWritable(segment.toString()));
        var copy = new MessageBuilder(jis ? MessageCharacters.ISO_IR87 : MessageCharacters.UTF_8);
        for (var segment : read.segments()) {
            var line = copy.segment(segment.name());
            boolean header = segment.is("MSH");
            for (int field = header ? 3 : 1; field <= segment.size(); field++) {
                line.raw(header ? field - 1 : field, segment.usual(field));
            }
            if (header) {
                line.raw(1, "^~\\&");
                if (!ascii) {
                    line.raw(17, copy.characters.declaration()).raw(19, copy.characters.scheme());
                }
            }
        }
        return copy;
    }

    public SegmentBuilder segment(String name) {
        var segment = new SegmentBuilder(name, characters);
        segments.add(segment);
        return segment;
    }

    /// A segment as it was read in another message.
    public void copy(Segment read) {
        segment(read.name()).copy(read);
    }

    /// The header of an SS-MIX2 message. `at` is MSH-7, `type` MSH-9 such as `ADT^A08^ADT_A01`.
    public void header(String application, String facility, OffsetDateTime at, String type, String controlId) {
        var millis = "%03d".formatted(at.getNano() / 1_000_000);
        // MSH-1 is the separator itself, so MSH-n stands at n - 1 here.
        segment("MSH")
                .raw(1, "^~\\&")
                .set(2, application)
                .set(3, facility)
                .set(4, "HMNET")
                .set(5, "HMNET")
                .set(6, Hl7Time.hl7(at) + "." + millis)
                .raw(8, type)
                .set(9, controlId)
                .set(10, "P")
                .set(11, "2.5")
                .raw(17, "~ISO IR87")
                .set(19, "ISO 2022-1994")
                .set(20, "SS-MIX2_1.20", "SS-MIX2", "1.2.392.200250.2.1.100.1.2.120", "ISO");
    }

    /// The header of a message between two systems, its separators and characters filled in.
    ///
    /// @param to application and facility, MSH-5 and MSH-6
    public SegmentBuilder header(
            Party from, Party to, OffsetDateTime at, String type, String controlId, String version) {
        return segment("MSH")
                .raw(1, "^~\\&")
                .set(2, from.application().toArray(String[]::new))
                .set(3, from.facility().toArray(String[]::new))
                .set(4, to.application().toArray(String[]::new))
                .set(5, to.facility().toArray(String[]::new))
                .set(6, Hl7Time.hl7(at))
                .set(8, type.split("\\^"))
                .set(9, controlId)
                .set(10, "P")
                .set(11, version)
                .raw(17, characters.declaration())
                .set(19, characters.scheme());
    }

    /// Who sends or is to receive, each as its components (送受信者, HD型).
    public record Party(List<String> application, List<String> facility) {}

    /// As it stands within a frame: CR after each segment.
    public byte[] toBytes() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(segment).append('\r'));
        return characters.encode(text.toString());
    }

    /// As a file of the standard storage: CR after each segment, then 1C.
    public byte[] toFile() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(segment).append('\r'));
        return JisText.encode(text.append('\u001C').toString());
    }
}
