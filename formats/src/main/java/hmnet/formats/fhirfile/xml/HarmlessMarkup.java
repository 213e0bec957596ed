package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import java.nio.charset.StandardCharsets;
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
        "align", "valign", "colspan", "rowspan", "scope", "headers", "abbr", "nowrap", "span"
    };

    /// Distances in a table beyond which words leave the window.
    private static final Pattern DISTANCE = Pattern.compile("[0-9]{1,2}");

    private static final Pattern WIDTH = Pattern.compile("[0-9]{1,3}(?:px)?|(?:[0-9]{1,2}|100)%|[0-9]?\\*");

    /// A link that a person may follow: the web, a mail, a telephone, or a place in the same record.
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:)[^\\s\\\\<>\"]+|#[\\w.:-]*"
            + "|[A-Za-z]{1,64}/[A-Za-z0-9.-]{1,64}(?:/_history/[A-Za-z0-9.-]{1,64})?");
    /// A picture that stands in the record itself: an address would be asked for by showing it.
    private static final Pattern OWN_PICTURE = Pattern.compile("#[\\w.:-]+");
    private static final PolicyFactory UNSTYLED = policy().toFactory();
    private static final PolicyFactory STYLED = policy().allowAttributes("style")
            .matching((element, attribute, style) -> HarmlessStyle.harmless(style))
            .onElements(ELEMENTS)
            .toFactory();

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
                .allowAttributes("summary", "frame", "rules", "align")
                .onElements("table")
                .allowAttributes("border", "cellpadding", "cellspacing")
                .matching(DISTANCE)
                .onElements("table")
                .allowAttributes("width", "height")
                .matching(WIDTH)
                .onElements("table", "td", "th", "tr", "col", "colgroup", "thead", "tbody", "tfoot")
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
        if (hides(before, Sight.PLAIN)) {
            return UNSTYLED.sanitize(div);
        }
        var discarded = new AtomicBoolean(div.contains("<!") || div.contains("<?"));
        var cleaned = STYLED.sanitize(div, new Watch(), discarded);
        var after = XmlDocument.read(cleaned.getBytes(StandardCharsets.UTF_8)).root();
        return discarded.get() || !before.equals(after) ? cleaned : div;
    }

    /// The depth of what we read is bounded.
    private static boolean hides(XmlElement element, Sight around) {
        var style = element.attributes().getOrDefault("style", "");
        boolean link = element.name().equals("a") && element.attributes().containsKey("href");
        var sight = (link ? around.linked() : around).within(HarmlessStyle.plain(style));
        boolean words = element.content().stream().anyMatch(part -> part instanceof String text && !text.isBlank());
        return HarmlessStyle.hides(style)
                || words && sight.hides()
                || element.elements().anyMatch(each -> hides(each, sight));
    }

    /// Hears that something was left out.
    private static final class Watch implements HtmlChangeListener<AtomicBoolean> {
        @Override
        public void discardedTag(@Nullable AtomicBoolean discarded, String element) {
            hear(discarded);
        }

        @Override
        public void discardedAttributes(@Nullable AtomicBoolean discarded, String element, String... attributes) {
            hear(discarded);
        }

        private static void hear(@Nullable AtomicBoolean discarded) {
            if (discarded != null) {
                discarded.set(true);
            }
        }
    }
}
