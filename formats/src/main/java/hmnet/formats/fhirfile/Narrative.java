package hmnet.formats.fhirfile;

import hmnet.formats.base.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a resource says in words (説明文): made text of its markup, and held against its data where it was
/// generated from them. A generated text that names another status, code or value shows that one of the two
/// was changed; nobody can know which.
final class Narrative {
    private static final Pattern STATUS = Pattern.compile("<b>status</b>: ([a-z-]+)");
    private static final Pattern CODE = Pattern.compile("<b>code</b>: ([^<]+?) <span");
    private static final Pattern VALUE = Pattern.compile("<b>value</b>: ([^<]+?) <span");
    private static final Pattern BREAKS = Pattern.compile("<(br|/p|/li|/tr|/div|/h[1-6])[ /]*>");
    /// A sign by its number, as sanitizers write quotation marks.
    private static final Pattern NUMBERED = Pattern.compile("&#([0-9]{2,5});");
    private static final Pattern TAGS = Pattern.compile("<[^<>]*>");

    private Narrative() {}

    static void check(Resource resource) throws Unreadable {
        if (!resource.text("text.status").equals("generated")) {
            return;
        }
        var div = resource.text("text.div");
        compare(resource, STATUS, div, "status", List.of(resource.text("status")));
        compare(resource, CODE, div, "code", names(resource, "code"));
        if (resource.node().at("valueCodeableConcept").exists()) {
            compare(resource, VALUE, div, "value", names(resource, "valueCodeableConcept"));
        }
    }

    private static List<String> names(Resource resource, String path) {
        var names = new ArrayList<String>();
        names.add(resource.text(path + ".text"));
        resource.all(path + ".coding.display")
                .forEach(name -> names.add(name.text().strip()));
        return names;
    }

    private static void compare(Resource resource, Pattern pattern, String div, String what, List<String> data)
            throws Unreadable {
        var found = pattern.matcher(div);
        if (found.find()) {
            var said = unescaped(found.group(1)).strip();
            if (!data.contains(said) && data.stream().anyMatch(each -> !each.isEmpty())) {
                throw new Unreadable(
                        "narrative-contradicts",
                        resource.node().line(),
                        resource.type() + "." + what,
                        resource.where() + ": text says " + said + ", data say " + data.getLast());
            }
        }
    }

    /// The words of XHTML, a line a paragraph.
    static String words(String div) {
        var text = TAGS.matcher(BREAKS.matcher(div).replaceAll("\n")).replaceAll("");
        return unescaped(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String unescaped(String text) {
        var named = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&#160;", " ");
        return NUMBERED.matcher(named)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1)))))
                .replace("&amp;", "&");
    }
}
