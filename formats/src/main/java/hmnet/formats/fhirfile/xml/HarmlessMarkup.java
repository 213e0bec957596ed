package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// What narrative may hold (害のないマークアップ): HTML 4 chapters 7 to 11 and 15, as FHIR says, and nothing that
/// acts or loads. What is not on the list is left out; nothing is asked to look dangerous first.
public final class HarmlessMarkup {
    private static final String[] ELEMENTS = {
        "div",
        "p",
        "br",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "small",
        "big",
        "tt",
        "span",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "caption",
        "colgroup",
        "col",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
        "hr",
        "a",
        "sub",
        "sup",
        "code",
        "cite",
        "q",
        "abbr",
        "acronym",
        "dfn",
        "kbd",
        "samp",
        "var",
        "del",
        "ins",
        "img"
    };
    private static final String[] CELLS = {
        "align", "valign", "colspan", "rowspan", "scope", "headers", "abbr", "width", "height", "nowrap", "span"
    };

    /// A link that a person may follow: the web, a mail, a telephone, or a place in the same record.
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:)[^\\s\\\\<>\"]+|#[\\w.:-]*"
            + "|[A-Za-z]{1,64}/[A-Za-z0-9.-]{1,64}(?:/_history/[A-Za-z0-9.-]{1,64})?");
    /// A picture that stands in the record itself: an address would be asked for by showing it.
    private static final Pattern OWN_PICTURE = Pattern.compile("#[\\w.:-]+");
    /// Properties and plain values: no brackets, so no `url(…)` and no `expression(…)`, and no escapes.
    private static final Pattern STYLE = Pattern.compile("[\\w\\s.,:;#%!'+-]*");

    private static final Pattern BLANKS = Pattern.compile("\\s*([:;,])\\s*|^\\s+|\\s+$");

    private static final PolicyFactory UNSTYLED = policy().toFactory();
    private static final PolicyFactory STYLED =
            policy().allowAttributes("style").matching(STYLE).globally().toFactory();

    private HarmlessMarkup() {}

    private static HtmlPolicyBuilder policy() {
        return new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowWithoutAttributes("span", "a", "img")
                .allowUrlProtocols("http", "https", "mailto", "tel")
                .allowAttributes("id", "class", "title", "lang", "xml:lang", "dir")
                .globally()
                .allowAttributes("xmlns")
                .matching(Pattern.compile(Pattern.quote(XmlDocument.XHTML)))
                .onElements("div")
                .allowAttributes("href")
                .matching(LINK)
                .onElements("a")
                .allowAttributes("name")
                .onElements("a")
                .allowAttributes("src")
                .matching(OWN_PICTURE)
                .onElements("img")
                .allowAttributes("alt", "width", "height")
                .onElements("img")
                .allowAttributes("border", "cellpadding", "cellspacing", "width", "summary", "frame", "rules", "align")
                .onElements("table")
                .allowAttributes(CELLS)
                .onElements("td", "th", "tr", "col", "colgroup", "thead", "tbody", "tfoot")
                .allowAttributes("start", "type", "value")
                .onElements("ol", "ul", "li");
    }

    /// The markup itself where all of it is on the list, else what of it is. Both a reader of XML and one of HTML
    /// must find the same in what is left as it is. Where a style takes words out of sight, no style stays.
    ///
    /// @throws Unreadable for what is no XML, before or after
    public static String of(String div) throws Unreadable {
        var before = XmlDocument.read(div.getBytes(StandardCharsets.UTF_8)).root();
        var discarded = new AtomicBoolean(div.contains("<!") || div.contains("<?"));
        if (hides(before)) {
            return UNSTYLED.sanitize(div);
        }
        var cleaned = STYLED.sanitize(div, new Watch(), discarded);
        var after = XmlDocument.read(cleaned.getBytes(StandardCharsets.UTF_8)).root();
        leaveOutPlainStyles(before, after);
        return discarded.get() || !plainly(before).equals(plainly(after)) ? cleaned : div;
    }

    private static boolean hides(XmlElement element) {
        return HarmlessStyle.hides(element.attributes().getOrDefault("style", ""))
                || element.elements().anyMatch(HarmlessMarkup::hides);
    }

    /// What stands on our own list of styles need not stand on the sanitizer's.
    private static void leaveOutPlainStyles(XmlElement before, XmlElement after) {
        if (HarmlessStyle.isPlain(before.attributes().getOrDefault("style", ""))) {
            before.attributes().remove("style");
            after.attributes().remove("style");
        }
        var others = after.elements().iterator();
        before.elements().forEach(each -> {
            if (others.hasNext()) {
                leaveOutPlainStyles(each, others.next());
            }
        });
    }

    /// Blanks in a style say nothing. The depth of what we read is bounded.
    private static XmlElement plainly(XmlElement element) {
        element.attributes()
                .computeIfPresent(
                        "style",
                        (name, style) -> BLANKS.matcher(style)
                                .replaceAll(found -> found.group(1) == null ? "" : found.group(1))
                                .replaceAll(";$", ""));
        element.elements().forEach(HarmlessMarkup::plainly);
        return element;
    }

    /// Hears that something was left out.
    private static final class Watch implements HtmlChangeListener<AtomicBoolean> {
        @Override
        public void discardedTag(@Nullable AtomicBoolean discarded, String element) {
            hear(discarded);
        }

        @Override
        public void discardedAttributes(@Nullable AtomicBoolean discarded, String element, String... attributes) {
            if (!List.of(attributes).equals(List.of("style"))) {
                hear(discarded); // styles are compared afterwards
            }
        }

        private static void hear(@Nullable AtomicBoolean discarded) {
            if (discarded != null) {
                discarded.set(true);
            }
        }
    }
}
