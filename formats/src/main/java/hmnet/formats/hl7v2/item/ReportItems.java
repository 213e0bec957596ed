package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.OrderStatus;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.hl7v2.segment.SentResult;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reports of examinations (放射線・内視鏡・生理検査・病理の報告), by OBR and OBX: one for each order.
final class ReportItems {
    static final Set<String> WORDS = Set.of("TX", "FT", "ED", "RP");

    /// What the suffix of an observation's code means (HL7 v2.5 §7.2.4).
    private static final Map<String, String> SUFFIXES =
            Map.of("IMP", "診断", "GDT", "所見", "REC", "推奨", "HIS", "病歴", "DEV", "機器", "ADT", "追加検査", "CNP", "会議");

    private ReportItems() {}

    static List<MessageItem> of(MessageContext about) {
        var orders = new LinkedHashMap<String, Set<LabResults.ResultGroup>>();
        for (var group : LabResults.groups(about.message())) {
            boolean tells = group.obr() != null || !group.observations().isEmpty();
            if (tells && !OrderLine.cancelled(about, group.orc())) {
                orders.computeIfAbsent(OrderLine.number(group.orc(), group.obr()), number -> new LinkedHashSet<>())
                        .add(group);
            }
        }
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, groups) -> told.add(
                new MessageItem("REPORT/" + number, false, List.copyOf(papers(about, number, List.copyOf(groups))))));
        told.addAll(OrderLine.gone(about.message(), "REPORT/", told));
        return told;
    }

    private static List<Paper> papers(MessageContext about, String number, List<LabResults.ResultGroup> groups) {
        var first = groups.getFirst();
        var obr = first.obr();
        var type = obr == null ? Concept.of("検査報告") : SentFields.concept(obr, 4);
        var key = number.isEmpty() ? "report" : number;
        var at = about.firstOf(first.obr(7), first.obr(22), first.orc(9));
        var status = status(groups);
        var labels = OrderLine.labels(about, first.orc());
        var papers = new ArrayList<Paper>();
        papers.add(new Paper(
                key,
                at,
                Paper.PaperKind.REPORT,
                type,
                type.shown(),
                author(obr, first.orc()),
                OrderLine.department(first.orc()),
                sections(groups),
                "",
                new byte[0],
                status,
                labels));
        papers.addAll(files(about, key, groups, labels));
        return papers;
    }

    /// The files among results, which no value shows.
    static List<MessageItem> filesAlone(MessageContext about) {
        var orders = new LinkedHashMap<String, List<LabResults.ResultGroup>>();
        for (var group : LabResults.groups(about.message())) {
            if (!OrderLine.cancelled(about, group.orc())) {
                orders.computeIfAbsent(OrderLine.number(group.orc(), group.obr()), number -> new ArrayList<>())
                        .add(group);
            }
        }
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, groups) -> {
            var key = number.isEmpty() ? "report" : number;
            var files = files(
                    about,
                    key,
                    groups,
                    OrderLine.labels(about, groups.getFirst().orc()));
            if (!files.isEmpty()) {
                told.add(new MessageItem("REPORT/" + number, false, List.copyOf(files)));
            }
        });
        return told;
    }

    private static List<Paper> files(
            MessageContext about, String key, List<LabResults.ResultGroup> groups, Set<Label> labels) {
        var first = groups.getFirst();
        var obr = first.obr();
        var type = obr == null ? Concept.of("検査報告") : SentFields.concept(obr, 4);
        var at = about.firstOf(first.obr(7), first.obr(22), first.orc(9));
        var papers = new ArrayList<Paper>();
        var files = groups.stream()
                .flatMap(group -> told(group).stream())
                .filter(obx -> Attachment.of(obx).isPresent())
                .toList();
        var keys = Keys.of(files, obx -> key + "/" + obx.text(3), obx -> key + "/" + obx.text(3) + "/" + obx.text(4));
        for (var obx : files) {
            Attachment.of(obx)
                    .ifPresent(file -> papers.add(new Paper(
                            keys.getOrDefault(obx, key),
                            at,
                            Paper.PaperKind.REPORT,
                            type,
                            SentFields.joined(type.shown(), Names.of(obx, 3)),
                            author(obr, first.orc()),
                            OrderLine.department(first.orc()),
                            List.of(),
                            file.contentType(),
                            file.content(),
                            status(groups),
                            labels)));
        }
        return papers;
    }

    /// Who interpreted (OBR-32), else who is answerable for the observation.
    private static String author(@Nullable Segment obr, @Nullable Segment orc) {
        if (obr == null) {
            return OrderLine.doctor(orc);
        }
        var interpreter = SentFields.joined(obr.sub(32, 1, 2), obr.sub(32, 1, 3));
        return interpreter.isEmpty() ? Names.person(obr, 16) : interpreter;
    }

    /// Words under their heading, values one a line.
    static List<Paper.PaperSection> sections(List<LabResults.ResultGroup> groups) {
        var sections = new LinkedHashMap<String, List<String>>();
        for (var group : groups) {
            if (groups.size() > 1 && !group.panel().isBlank()) {
                sections.computeIfAbsent("検査項目", title -> new ArrayList<>()).add(group.panel());
            }
            for (var obx : told(group)) {
                boolean words = WORDS.contains(obx.text(2)) || obx.text(2).isEmpty();
                var title = heading(obx);
                var value = value(obx);
                if (!value.isBlank()) {
                    sections.computeIfAbsent(words ? title : "計測値", ignored -> new ArrayList<>())
                            .add(words ? value : title + ": " + value);
                }
            }
            if (!group.comments().isEmpty()) {
                sections.computeIfAbsent("コメント", ignored -> new ArrayList<>()).addAll(group.comments());
            }
        }
        clinical(groups).ifPresent(words -> sections.put("依頼の情報", words));
        states(groups).ifPresent(state -> sections.putFirst("報告の状態", List.of(state)));
        return sections.entrySet().stream()
                .map(section -> new Paper.PaperSection(section.getKey(), String.join("\n", section.getValue())))
                .toList();
    }

    /// Deleted ones, and those of the wrong patient, are not shown (HL70085).
    private static List<Segment> told(LabResults.ResultGroup group) {
        return group.observations().stream()
                .filter(obx -> !Set.of("D", "W").contains(obx.text(11)))
                .toList();
    }

    /// A value that could not be had says so.
    private static String value(Segment obx) {
        var value = SentResult.withUnit(obx);
        var beside = SentFields.joined(
                obx.text(11).equals("X") ? "測定不能" : "",
                obx.says(8) && !obx.text(8).equals("N") ? "判定 " + obx.joined(8, " ") : "",
                obx.joined(7, " ").isBlank() ? "" : "基準 " + obx.joined(7, " "));
        return value.isBlank() && beside.isBlank() || beside.isBlank() ? value : (value + "（" + beside + "）");
    }

    /// Why it was asked for and what was known.
    private static Optional<List<String>> clinical(List<LabResults.ResultGroup> groups) {
        var words = new LinkedHashSet<String>();
        for (var group : groups) {
            words.addAll(RequestWords.of(group.obr()));
            words.addAll(RequestWords.ofTimings(group.timings()));
            words.addAll(SpecimenWords.of(group.spm()));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(words));
    }

    /// Of a report that is not simply final (OBR-25, HL70123); where that says nothing, what its
    /// observations say (OBX-11, HL70085).
    private static Optional<String> states(List<LabResults.ResultGroup> groups) {
        return groups.stream()
                .map(ReportItems::state)
                .filter(state -> !state.isEmpty())
                .findFirst();
    }

    private static String state(LabResults.ResultGroup group) {
        var whole = group.obr(25).isEmpty() ? ofObservations(group) : group.obr(25);
        return switch (whole) {
            case "P", "R", "A", "S", "I", "O" -> "暫定報告";
            case "C" -> "訂正報告";
            case "X" -> "取消";
            // From outside: HL7 tables 0123 and 0085.
            default -> "";
        };
    }

    private static String ofObservations(LabResults.ResultGroup group) {
        var said = told(group).stream().map(obx -> obx.text(11)).toList();
        return List.of("P", "R", "C").stream()
                .filter(said::contains)
                .findFirst()
                .orElse(!said.isEmpty() && said.stream().allMatch("X"::equals) ? "X" : "");
    }

    private static CareStatus status(List<LabResults.ResultGroup> groups) {
        boolean cancelled = states(groups).filter("取消"::equals).isPresent();
        return cancelled
                ? CareStatus.of(CareState.CANCELLED)
                : OrderStatus.of(groups.getFirst().orc());
    }

    private static String heading(Segment obx) {
        var suffix = SUFFIXES.getOrDefault(obx.sub(3, 1, 2), "");
        return suffix.isEmpty() ? Names.of(obx, 3) : suffix;
    }
}
