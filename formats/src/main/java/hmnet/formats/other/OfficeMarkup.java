package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.TextDecoding;
import hmnet.formats.base.xml.XmlStream;
import hmnet.formats.base.xml.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One part of an office file, read and written anew element by element (パートの書き直し), in whatever alphabet it came:
/// nothing that fetches or starts something, and no name of an author.
final class OfficeMarkup {
    private static final int DEEPEST = 256;

    private static final Set<String> ACTING = Set.of(
            "ddeLink",
            "ddeItem",
            "altChunk",
            "OLEObject",
            "oleObj",
            "oleObject",
            "oleLink",
            "control",
            "controls",
            "ocx",
            "subDoc",
            "frameset",
            "externalBook",
            "externalReference",
            "webPublishItem",
            "script",
            "dataModel",
            "webextension",
            "volType",
            "FmlaMacro",
            "macro");
    private static final Set<String> LEFT_OUT =
            Set.of("custDataLst", "customProperties", "smartTagPr", "attachedTemplate", "mailMerge", "externalData");
    /// Drawings of another kind beside a plain one that stays: SVG, and a picture with its effects.
    private static final Set<String> OTHER_DRAWINGS =
            Set.of("{96DAC541-7B7A-43D3-8B79-37D633B846F1}", "{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}");
    /// What may name a page of the web.
    private static final Set<String> LINKS = Set.of("hyperlink", "hlinkClick", "hlinkHover", "hlink");
    /// What would be drawn from there.
    private static final Set<String> DRAWN = Set.of("imagedata", "fill", "stroke", "image", "background");
    private static final Set<String> LOADING = Set.of("src", "althref", "data", "codebase", "classid", "movie", "href");
    private static final Set<String> AUTHORS =
            Set.of("author", "initials", "userName", "lastModifiedBy", "refreshedBy", "userId", "providerId");
    private static final Set<String> WORDS_ABOUT = Set.of("descr", "title", "name", "alt", "url");
    private static final Pattern OUTSIDE =
            Pattern.compile("\\s*(?:\\\\\\\\|//|[a-z][a-z0-9+.-]*:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WEB =
            Pattern.compile("\\s*(?:https?://|mailto:|tel:)[^\\\\]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile("[A-Za-z]:\\\\|\\\\\\\\|file:", Pattern.CASE_INSENSITIVE);
    /// A place in another table, where one in this table is meant.
    private static final Pattern ELSEWHERE = Pattern.compile("\\[.*\\].*!|\\\\|//");
    private static final Pattern SLIDES =
            Pattern.compile("|ppaction://(?:hlinksldjump|hlinkshowjump|noaction|media).*");

    private final String part;
    private final XMLStreamReader events;
    private final Set<String> outside;
    private final OfficeTraces traces;
    private final OfficeFields fields;
    private final OfficeFormulas formulas;
    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();
    private int leftOut;
    private boolean unclosed;

    private OfficeMarkup(String part, String type, String text, Set<String> outside, OfficeTraces traces)
            throws XMLStreamException {
        this.part = part;
        this.outside = outside;
        this.events = XmlStream.openAsWritten(text);
        this.traces = traces;
        this.fields = new OfficeFields(part);
        this.formulas = new OfficeFormulas(part, type);
        this.out = new StringBuilder(text.length() + 64);
    }

    /// @param outside the names of relations that lead to pages of the web
    static byte[] cleaned(String part, String type, byte[] bytes, Set<String> outside, OfficeTraces traces)
            throws Unreadable {
        var text = TextDecoding.of(bytes, "").text();
        try {
            return new OfficeMarkup(part, type, text, outside, traces).copy();
        } catch (XMLStreamException | RuntimeException e) {
            throw new Unreadable(
                    XmlStream.isBeyondLimits(e) ? "too-complex" : "not-well-formed", 0, part, "a part that is no XML");
        }
    }

    private byte[] copy() throws XMLStreamException, Unreadable {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        while (events.hasNext()) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> say();
                case XMLStreamConstants.COMMENT,
                        XMLStreamConstants.PROCESSING_INSTRUCTION,
                        XMLStreamConstants.END_DOCUMENT -> {}
                // From outside: the events of the parser.
                default -> throw new Unreadable("doctype", 0, part, "a document type is not accepted");
            }
        }
        fields.end();
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void begin() throws Unreadable {
        var name = local(events.getLocalName());
        if (open.size() >= DEEPEST) {
            throw new Unreadable("too-complex", 0, part, "elements too deep within each other");
        }
        if (ACTING.contains(name)) {
            throw acting(name);
        }
        open.push(name);
        if (leftOut > 0 || isLeftOut(name)) {
            traces.removed(leftOut == 0 ? 1 : 0);
            leftOut++;
            return;
        }
        fields.begin(name, attribute("fldCharType"), attribute("instr"));
        formulas.begin(name);
        close();
        out.append('<').append(events.getLocalName());
        for (int i = 0; i < events.getAttributeCount(); i++) {
            var whole = attributeName(i);
            var value = value(name, whole, events.getAttributeValue(i));
            if (value != null) {
                out.append(' ')
                        .append(whole)
                        .append("=\"")
                        .append(XmlText.escaped(value, true))
                        .append('"');
            }
        }
        unclosed = true;
    }

    private boolean isLeftOut(String name) {
        return LEFT_OUT.contains(name)
                || name.equals("ext")
                        && OTHER_DRAWINGS.contains(attribute("uri").strip().toUpperCase(Locale.ROOT));
    }

    /// What stays of an attribute; null for nothing.
    private @Nullable String value(String element, String whole, String value) throws Unreadable {
        if (whole.equals("xmlns") || whole.startsWith("xmlns:")) {
            return value;
        }
        var name = local(whole);
        if (whole.contains(":") && outside.contains(value.strip()) && !LINKS.contains(element)) {
            throw acting(element + "@" + whole);
        }
        boolean link = name.equals("href")
                && !DRAWN.contains(element)
                && WEB.matcher(value).matches();
        if (LOADING.contains(name) && !link && OUTSIDE.matcher(value).matches()) {
            throw acting(element + "@" + whole);
        }
        if (name.equals("action") && !SLIDES.matcher(value).matches()
                || name.equals("macro") && !value.isBlank()
                || name.equals("onAction")
                || element.equals("hlinkMouseOver") && name.equals("id") && !value.isBlank()) {
            throw acting(element + "@" + whole);
        }
        if (element.equals("hyperlink")
                && name.equals("location")
                && ELSEWHERE.matcher(value).find()) {
            throw acting(element + "@" + whole);
        }
        formulas.attribute(name, value);
        if (element.equals("definedName")
                && name.equals("name")
                && value.toLowerCase(Locale.ROOT).contains("auto_")) {
            throw acting(value);
        }
        if (element.equals("pageSetup") && name.equals("id") || name.equals("invalidUrl")) {
            return null; // the printer of whoever wrote it; an address that a program could not read
        }
        boolean author = AUTHORS.contains(name)
                || element.equals("cmAuthor") && name.equals("name")
                || WORDS_ABOUT.contains(name) && PLACE.matcher(value).find();
        if (author && !value.isEmpty()) {
            traces.blanked();
            return "";
        }
        return value;
    }

    private void say() throws Unreadable {
        if (leftOut > 0 || open.isEmpty()) {
            return;
        }
        var text = events.getText();
        var name = open.element();
        fields.say(name, text);
        formulas.say(text);
        if (name.equals("author") && !text.isBlank()) {
            traces.blanked();
            return;
        }
        close();
        out.append(XmlText.escaped(text, false));
    }

    private void end() throws Unreadable {
        var name = open.pop();
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        formulas.end();
        if (name.equals("comment") || name.equals("cm")) {
            traces.commented();
        }
        if (unclosed) {
            out.append("/>");
            unclosed = false;
        } else {
            out.append("</").append(events.getLocalName()).append('>');
        }
    }

    private void close() {
        if (unclosed) {
            out.append('>');
            unclosed = false;
        }
    }

    /// As it is written: this reader gives an attribute's prefix apart, though not an element's.
    private String attributeName(int i) {
        var prefix = events.getAttributePrefix(i);
        var name = events.getAttributeLocalName(i);
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private String attribute(String wanted) {
        for (int i = 0; i < events.getAttributeCount(); i++) {
            if (events.getAttributeLocalName(i).equals(wanted)) {
                return events.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private Unreadable acting(String what) {
        return new Unreadable("active-content", 0, part, "what fetches or starts something: " + what);
    }
}
