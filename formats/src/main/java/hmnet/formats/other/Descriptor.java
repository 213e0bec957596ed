package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Paper.StoredContent;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose a file is and what it is (ファイルの記述), in few words: `descriptor.json` beside it in one archive.
///
/// @param patient the sender's number for the patient
/// @param person as far as it is told: whoever sends it too can be told from another human who has the number
/// @param json as it came
/// @param report a report of an examination, else a document
public record Descriptor(
        String patient,
        Demographics person,
        LocalDate date,
        String title,
        String author,
        String department,
        boolean report,
        Set<Label> labels,
        String json) {
    public static final String NAME = "descriptor.json";

    /// `{"patient":"…","date":"2026-04-01","title":"…","author":"…","department":"…","kind":"document|report","labels":[…]}`
    /// and of the person what is known: `name`, `kana`, `birthDate`, `sex`, `postalCode`, `address`, `phone`.
    public static Descriptor read(byte[] json) throws Unreadable {
        var node = JsonDocument.read(json).getFirst();
        if (node.text("patient").isEmpty() || node.text("title").isEmpty()) {
            throw new Unreadable("descriptor", node.line(), NAME, "patient and title are needed");
        }
        return new Descriptor(
                node.text("patient"),
                person(node),
                date(node, "date"),
                node.text("title"),
                node.text("author"),
                node.text("department"),
                node.text("kind").equals("report"),
                labels(node),
                new String(json, StandardCharsets.UTF_8));
    }

    /// The file as an item of its patient's chart.
    ///
    /// @param fingerprint of the bytes as they came: the same file is the same item, whatever its title
    Sheet sheet(String fingerprint, String contentType, byte[] content, @Nullable StoredContent stored) {
        var at = date.atStartOfDay().atOffset(Hl7Time.JAPAN);
        var paper = new Paper(
                "file",
                at,
                report ? Paper.PaperKind.REPORT : Paper.PaperKind.DOCUMENT,
                Concept.of(title),
                title,
                author,
                department,
                List.of(),
                contentType,
                content,
                CareStatus.ACTIVE,
                labels,
                stored);
        return new Sheet(
                patient, person, null, "file:" + fingerprint, Hl7Time.hl7(at), at, false, false, List.of(paper));
    }

    private static Demographics person(JsonValue node) throws Unreadable {
        var name = FullName.of(node.text("name"));
        var kana = FullName.of(node.text("kana"));
        return new Demographics(
                name.family(),
                name.given(),
                kana.family(),
                kana.given(),
                node.text("birthDate").isEmpty() ? null : date(node, "birthDate"),
                node.text("sex"),
                node.text("postalCode"),
                node.text("address"),
                node.text("phone"),
                null);
    }

    private static LocalDate date(JsonValue node, String field) throws Unreadable {
        try {
            return LocalDate.parse(node.text(field));
        } catch (DateTimeException e) {
            throw new Unreadable("descriptor", node.at(field).line(), NAME + " " + field, node.text(field));
        }
    }

    private static Set<Label> labels(JsonValue node) throws Unreadable {
        var labels = EnumSet.noneOf(Label.class);
        for (var label : node.all("labels")) {
            try {
                labels.add(Label.valueOf(label.text().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new Unreadable("descriptor", label.line(), NAME + " labels", label.text());
            }
        }
        return labels;
    }
}
