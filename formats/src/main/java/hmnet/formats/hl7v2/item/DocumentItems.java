package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Paper.PaperSection;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Documents, by MDM (文書).
final class DocumentItems {
    /// Replacements: the new document stands in the place of its parent (TXA-13).
    private static final Set<String> REPLACING = Set.of("T09", "T10");

    /// Notices of a change that bring no content: what was sent before must not be emptied by them.
    private static final Set<String> TOLD_BEFORE = Set.of("T03", "T04", "T07");

    private static final Set<String> WITHDRAWN = Set.of("D", "W");

    /// Not yet authenticated (TXA-17, HL70271).
    private static final Map<String, String> DRAFTS =
            Map.of("DI", "口述のみ", "DO", "記載済み・未承認", "IN", "未完成", "IP", "作成中", "PA", "承認前");

    private DocumentItems() {}

    static List<MessageItem> of(MessageContext about) {
        var txa = about.message().first("TXA");
        if (txa == null) {
            return List.of();
        }
        var number = txa.has(12) ? txa.text(12) : txa.text(16);
        if (about.trigger().equals("T11") || txa.text(19).equals("CA")) {
            return List.of(MessageItem.gone("DOCUMENT/" + number));
        }
        if (TOLD_BEFORE.contains(about.trigger()) && about.message().first("OBX") == null) {
            return List.of();
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
        var sections = new ArrayList<>(ReportItems.sections(groups));
        state(txa).ifPresent(sections::addFirst);
        var papers = new ArrayList<Paper>();
        for (var group : groups) {
            for (var obx : group.observations()) {
                if (WITHDRAWN.contains(obx.text(11))) {
                    continue;
                }
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
        var type = SentFields.concept(txa, 2);
        return new Paper(
                key.isEmpty() ? "document" : key,
                about.firstOf(txa.text(4), txa.text(6), txa.text(8)),
                Paper.PaperKind.DOCUMENT,
                type.isNone() ? Concept.of("文書") : type,
                title(type, txa),
                author(txa),
                "",
                sections,
                attachment.contentType(),
                attachment.content(),
                status(txa),
                Set.of("R", "V").contains(txa.text(18)) ? Set.of(Label.RESTRICTED) : Set.of());
    }

    /// Its type; of a document without one its own title (TXA-25), else the name of its file.
    private static String title(Concept type, Segment txa) {
        return Stream.of(type.shown(), txa.text(25), txa.text(16))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("文書");
    }

    private static CareStatus status(Segment txa) {
        if (txa.text(19).equals("OB")) {
            return new CareStatus(CareState.ENDED, "旧版");
        }
        if (txa.text(19).equals("UN")) {
            return new CareStatus(CareState.ON_HOLD, "診療に使わない");
        }
        return DRAFTS.containsKey(txa.text(17)) ? CareStatus.of(CareState.DRAFT) : CareStatus.ACTIVE;
    }

    /// Whether it is finished, what it adds to, why it was changed, who answers for it.
    private static Optional<PaperSection> state(Segment txa) {
        var words = new ArrayList<String>();
        said(words, "", DRAFTS.getOrDefault(txa.text(17), ""));
        said(words, "", status(txa).reason());
        said(words, "元の文書", txa.text(13));
        said(words, "変更の理由", txa.text(21));
        said(words, "記載日時", txa.has(6) && txa.has(4) ? DisplayTime.shown(txa.text(6)) : "");
        for (int n = 1; n <= txa.repetitions(10); n++) {
            said(words, "承認予定者", SentFields.joined(txa.text(10, n, 2), txa.text(10, n, 3)));
        }
        for (int n = 1; n <= txa.repetitions(22); n++) {
            said(words, "承認者", SentFields.joined(txa.text(22, n, 2), txa.text(22, n, 3)));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new PaperSection("文書の状態", String.join("\n", words)));
    }

    private static void said(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add((what + " " + said).strip());
        }
    }

    private static String author(Segment txa) {
        var originator = Names.person(txa, 9);
        return originator.isBlank() ? Names.person(txa, 5) : originator;
    }
}
