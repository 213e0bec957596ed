package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Results that may stand in one row (検査結果の行): one specimen, one kind, one set of labels.
record LabRow(RecordKind kind, String specimenKey, Set<Label> labels, List<LabResults.ResultSegment> results) {
    private static final Set<String> PRELIMINARY = Set.of("P", "R", "S", "I");
    private static final Set<String> FINAL = Set.of("F", "C", "U", "X");

    LabRow(RecordKind kind, String specimenKey, Set<Label> labels) {
        this(kind, specimenKey, labels, new ArrayList<>());
    }

    String key() {
        var suffix = labels.stream().map(label -> "/" + label).sorted().collect(Collectors.joining());
        return specimenKey + "/" + kind + suffix;
    }

    OffsetDateTime at(Source source) {
        var group = results.getFirst().group();
        if (kind == RecordKind.LAB_ORDER) {
            return source.firstOf(group.orc(9));
        }
        var spm = group.spm();
        return source.firstOf(
                spm == null ? "" : spm.text(17),
                group.obr(7),
                results.getFirst().item().text(14));
    }

    boolean has(String status) {
        return results.stream().anyMatch(result -> result.item().text(11).equals(status));
    }

    boolean preliminary() {
        return results.stream()
                .anyMatch(result -> PRELIMINARY.contains(result.item().text(11)));
    }

    boolean corrected() {
        return has("C")
                || results.stream()
                        .anyMatch(result -> Source.corrects(result.group().orc(1)));
    }

    private boolean allFinal() {
        return results.stream().allMatch(result -> FINAL.contains(result.item().text(11)));
    }

    /// OBR-22, else OBX-14, else the message's own time; null while anything is not final.
    @Nullable
    OffsetDateTime finalAt(Source source) {
        if (kind == RecordKind.LAB_ORDER || !allFinal()) {
            return null;
        }
        var reported =
                latest(results.stream().map(result -> result.group().obr(22)).toList());
        var observed =
                latest(results.stream().map(result -> result.item().text(14)).toList());
        return reported != null ? reported : observed != null ? observed : source.messageTime();
    }

    private static @Nullable OffsetDateTime latest(List<String> times) {
        OffsetDateTime latest = null;
        for (var time : times) {
            var at = Hl7Time.at(time);
            if (at != null && (latest == null || at.isAfter(latest))) {
                latest = at;
            }
        }
        return latest;
    }

    /// FHIR's word for the report.
    String status() {
        if (preliminary()) {
            return has("F") || has("C") ? "partial" : "preliminary";
        }
        return allFinal() ? (has("C") ? "corrected" : "final") : "unknown";
    }

    String panel() {
        var panels = new LinkedHashSet<String>();
        results.forEach(result -> panels.add(result.group().panel()));
        panels.remove("");
        return String.join("・", panels);
    }
}
