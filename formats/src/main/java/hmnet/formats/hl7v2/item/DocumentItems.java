package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Documents, by MDM (文書).
final class DocumentItems {
    /// Replacements: the new document stands in the place of its parent (TXA-13).
    private static final Set<String> REPLACING = Set.of("T09", "T10");

    private DocumentItems() {}

    static List<MessageItem> of(MessageContext about) {
        var txa = about.message().first("TXA");
        if (txa == null) {
            return List.of();
        }
        var number = txa.has(12) ? txa.text(12) : txa.text(16);
        if (about.trigger().equals("T11")) {
            return List.of(MessageItem.gone("DOCUMENT/" + number));
        }
        var told = new ArrayList<MessageItem>();
        if (REPLACING.contains(about.trigger()) && txa.has(13) && !txa.text(13).equals(number)) {
            told.add(MessageItem.gone("DOCUMENT/" + txa.text(13)));
        }
        told.add(new MessageItem("DOCUMENT/" + number, false, List.copyOf(papers(about, txa, number))));
        return told;
    }

    private static List<Paper> papers(MessageContext about, Segment txa, String number) {
        var groups = LabResults.groups(about.message());
        var sections = ReportItems.sections(groups);
        var papers = new ArrayList<Paper>();
        for (var group : groups) {
            for (var obx : group.observations()) {
                Attachment.of(obx)
                        .ifPresent(file -> papers.add(paper(
                                about, txa, papers.isEmpty() ? number : number + "/" + papers.size(), sections, file)));
            }
        }
        if (papers.isEmpty()) {
            papers.add(paper(about, txa, number, sections, new Attachment("", new byte[0])));
        }
        return papers;
    }

    private static Paper paper(
            MessageContext about, Segment txa, String key, List<Paper.PaperSection> sections, Attachment attachment) {
        var type = txa.has(2) ? SentFields.concept(txa, 2) : Concept.of("文書");
        var name = txa.text(25).isBlank() ? txa.text(16) : txa.text(25);
        return new Paper(
                key.isEmpty() ? "document" : key,
                about.firstOf(txa.text(4), txa.text(6), txa.text(8)),
                Paper.PaperKind.DOCUMENT,
                type,
                type.shown().isBlank() ? name : type.shown(),
                author(txa),
                "",
                sections,
                attachment.contentType(),
                attachment.content(),
                CareStatus.ACTIVE,
                Set.of("R", "V").contains(txa.text(18)) ? Set.of(Label.RESTRICTED) : Set.of());
    }

    private static String author(Segment txa) {
        var originator = Names.person(txa, 9);
        return originator.isBlank() ? Names.person(txa, 5) : originator;
    }
}
