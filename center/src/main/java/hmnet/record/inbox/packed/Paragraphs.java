package hmnet.record.inbox.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a part of an office file (文書の段落) as lines, however its program cut them into runs, and what was
/// blotted out of them put back into the runs.
final class Paragraphs {
    /// Elements that part no words: what stands in them goes on in the next.
    private static final Set<String> INLINE =
            Set.of("t", "r", "ins", "smartTag", "hyperlink", "fldSimple", "sdt", "sdtContent", "span", "a", "fld");

    /// Elements without words in the midst of a line.
    private static final Set<String> MARKS =
            Set.of("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "rPr", "endParaRPr");

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private final XmlElement root;
    private final StringBuilder words = new StringBuilder();
    private final List<TextRun> runs = new ArrayList<>();

    private Paragraphs(XmlElement root) {
        this.root = root;
        walk(root);
    }

    /// @param place where its text stands among the content of its element
    /// @param from where its text begins among all words
    private record TextRun(XmlElement element, int place, int from, int to) {}

    static Paragraphs of(byte[] part) throws Unreadable {
        return new Paragraphs(XmlDocument.read(part).root());
    }

    byte[] table() {
        return words.toString().getBytes(UTF_8);
    }

    /// The part as it is now; empty when nothing was blotted out.
    Optional<byte[]> masked(String name, TableMask mask) {
        var masked = mask.masked(name, table());
        if (masked.isEmpty()) {
            return Optional.empty();
        }
        var after = new String(masked.get(), UTF_8);
        // Digits of other scripts are blotted out by more asterisks than they are: then no digit of the part stays.
        var wide = after.length() != words.length();
        runs.forEach(run -> run.element()
                .content()
                .set(
                        run.place(),
                        wide
                                ? DIGIT.matcher(words.substring(run.from(), run.to()))
                                        .replaceAll("*")
                                : after.substring(run.from(), run.to())));
        return Optional.of(XmlText.of(root));
    }

    private void walk(XmlElement element) {
        for (int place = 0; place < element.content().size(); place++) {
            if (element.content().get(place) instanceof XmlElement child) {
                walk(child);
            } else {
                int from = words.length();
                words.append(element.content().get(place));
                runs.add(new TextRun(element, place, from, words.length()));
            }
        }
        if (!INLINE.contains(element.name()) && !MARKS.contains(element.name())) {
            words.append('\n');
        }
    }
}
