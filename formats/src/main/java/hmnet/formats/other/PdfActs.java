package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// What a PDF does besides showing (PDFの動作): programs, files within, forms that send, data fetched from elsewhere.
/// Whatever an action is that is not known to be harmless refuses the document.
final class PdfActs {
    /// Keys that mean something that acts wherever they stand.
    private static final List<String> ACTING = List.of(
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "EF",
            "AF",
            "XFA",
            "RichMediaContent",
            "RichMediaSettings",
            "Collection");

    /// What begins by itself: at opening, on a page, in a field.
    private static final Set<String> BY_ITSELF = Set.of("GoTo", "Named");
    /// What a person begins by a click.
    private static final Set<String> BY_A_CLICK = Set.of("GoTo", "Named", "URI", "SetOCGState", "Hide", "ResetForm");

    /// What a named action may do: turn pages, or offer to print. Readers know others by the words of their menus.
    private static final Set<String> PAGES =
            Set.of("NextPage", "PrevPage", "FirstPage", "LastPage", "GoBack", "GoForward", "GoToPage", "Print");

    private static final List<String> CLICKS = List.of("A", "PA");
    /// What a click does outside the document and nothing else in it needs.
    private static final Set<String> LEADING_OUT = Set.of("GoToR");

    private static final Set<String> BAD_ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "GoToDp",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "GoTo3DView");
    private static final Set<String> BAD_ANNOTATIONS =
            Set.of("RichMedia", "Screen", "Movie", "Sound", "3D", "FileAttachment");
    private static final Pattern LINK = Pattern.compile("(?:https?|mailto|tel):[^\\\\]*");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern LETTERS =
            Pattern.compile("/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|GoTo[ER]|ImportData|SubmitForm|AcroJS"
                    + "|Rendition)[\\s\\x00/<>(){}\\[\\]%]");
    /// What would be an attachment, a program or a form of XML, were there anything in it.
    private static final Set<String> HOLLOW = Set.of("Names", "Kids", "Limits");

    private final List<COSDictionary> leadingOut = new ArrayList<>();

    /// Those behind which a click leads to a file, a share or a program of this machine. They may stay only without it.
    List<COSDictionary> leadingOut() {
        return leadingOut;
    }

    /// Takes the links away that lead out.
    void unlink() {
        for (var one : leadingOut) {
            CLICKS.forEach(key -> one.removeItem(COSName.getPDFName(key)));
        }
    }

    void check(COSDictionary one) throws Unreadable {
        for (var key : ACTING) {
            if (is(one.getDictionaryObject(COSName.getPDFName(key)))) {
                throw acting(key);
            }
        }
        if (!LEADING_OUT.contains(name(one, "S"))) {
            refuse(BAD_ACTIONS, name(one, "S"));
        }
        refuse(BAD_ANNOTATIONS, name(one, "Subtype"));
        refuse(Set.of("EmbeddedFile"), name(one, "Type"));
        if (name(one, "FS").equals("URL")) {
            throw acting("FS/URL");
        }
        for (var key : CLICKS) {
            click(one, key);
        }
        actions(one.getDictionaryObject(COSName.getPDFName("Next")), "Next", BY_A_CLICK);
        if (one.getDictionaryObject(COSName.getPDFName("AA")) instanceof COSDictionary additional) {
            for (var key : additional.keySet()) {
                actions(additional.getDictionaryObject(key), "AA", BY_ITSELF);
            }
        }
        if (one instanceof COSStream stream) {
            checkStream(stream);
        }
    }

    /// What happens when the document is opened; a place to begin at is no action.
    static void checkStart(COSDictionary catalog) throws Unreadable {
        if (catalog.getDictionaryObject(COSName.getPDFName("OpenAction")) instanceof COSDictionary action) {
            actions(action, "OpenAction", BY_ITSELF);
        }
    }

    /// The letters of a file that is handed out as it came, with the escapes of names undone.
    static void checkLetters(byte[] bytes) throws Unreadable {
        var letters = ESCAPED.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .replaceAll(found -> {
                    char c = (char) Integer.parseInt(found.group(1), 16);
                    return Character.isLetterOrDigit(c) ? String.valueOf(c) : "#";
                });
        var found = LETTERS.matcher(letters);
        if (found.find()) {
            throw acting(found.group(1));
        }
    }

    private static void checkStream(COSStream stream) throws Unreadable {
        if (is(stream.getDictionaryObject(COSName.F))) {
            throw acting("F"); // its bytes lie in another file, which a reader would fetch
        }
        if (name(stream, "Subtype").equals("PS") || name(stream, "Subtype2").equals("PS")) {
            throw acting("PS");
        }
        if (stream.getDictionaryObject(COSName.getPDFName("Ref")) instanceof COSDictionary) {
            throw acting("Ref"); // a page of another file
        }
    }

    /// A single step that leads out can be taken away; with whatever follows it, it is refused.
    private void click(COSDictionary one, String key) throws Unreadable {
        var found = one.getDictionaryObject(COSName.getPDFName(key));
        if (found instanceof COSDictionary action
                && !action.containsKey(COSName.getPDFName("Next"))
                && (LEADING_OUT.contains(name(action, "S"))
                        || name(action, "S").equals("URI") && !isLink(action.getDictionaryObject(COSName.URI)))) {
            leadingOut.add(one);
        } else {
            actions(found, key, BY_A_CLICK);
        }
    }

    private static void actions(@Nullable COSBase found, String where, Set<String> harmless) throws Unreadable {
        if (found instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                actions(several.getObject(i), where, harmless);
            }
        } else if (found instanceof COSDictionary action && action.containsKey(COSName.S)) {
            var kind = name(action, "S");
            if (!harmless.contains(kind)) {
                throw acting(where + " " + kind);
            }
            if (kind.equals("Named") && !PAGES.contains(name(action, "N"))) {
                throw acting(where + " Named " + name(action, "N"));
            }
            if (kind.equals("URI") && !isLink(action.getDictionaryObject(COSName.URI))) {
                throw acting(where + " URI");
            }
        }
    }

    private static boolean isLink(@Nullable COSBase address) {
        return address instanceof COSString text
                && LINK.matcher(text.getString().strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static void refuse(Set<String> bad, String name) throws Unreadable {
        if (bad.contains(name)) {
            throw acting(name);
        }
    }

    private static boolean is(@Nullable COSBase value) {
        return switch (value) {
            case COSArray several -> several.size() > 0;
            case COSStream stream -> true;
            case COSDictionary tree ->
                tree.entrySet().stream()
                        .anyMatch(entry -> !HOLLOW.contains(entry.getKey().getName())
                                || is(tree.getDictionaryObject(entry.getKey())));
            // From outside: a word, a number, a text.
            case null, default -> value != null && !(value instanceof COSNull);
        };
    }

    private static String name(COSDictionary one, String key) {
        return one.getDictionaryObject(COSName.getPDFName(key)) instanceof COSName name ? name.getName() : "";
    }

    private static Unreadable acting(String what) {
        return new Unreadable("active-content", 0, what, "a document that acts; print it to a plain PDF");
    }
}
