package hmnet.record.charts;

import hmnet.consent.decisions.GrantLine;
import hmnet.consent.protection.Protections;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.record.charts.OriginalLook.Shown;
import hmnet.record.charts.OriginalLook.Withheld;
import hmnet.record.charts.OriginalLook.WithheldReason;
import hmnet.record.examination.Examination;
import hmnet.record.inbox.SentFiles;
import hmnet.record.inbox.SentFiles.FiledOriginal;
import hmnet.record.layouts.LabLayouts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The original that a record was cut from (原本), for a grant that covers every row of it. What is said where it is kept
/// back never depends on rows that a label, the person or 未告知 closes: a grant with such a gap opens no
/// original at all.
@Component
public class Originals {
    private static final long NAMED_NOWHERE = Label.UNDELIVERED.mask();

    private final SentFiles files;
    private final LabLayouts layouts;
    private final Successions successions;
    private final Protections protections;
    private final Examination examination;

    Originals(
            SentFiles files,
            LabLayouts layouts,
            Successions successions,
            Protections protections,
            Examination examination) {
        this.files = files;
        this.layouts = layouts;
        this.successions = successions;
        this.protections = protections;
        this.examination = examination;
    }

    /// Nothing where the chart shows no such record. The original is read and looked at when the answer is asked for:
    /// that waits for a scanner and for another process, so whoever asks has left the chart's transaction.
    public Optional<Supplier<OriginalLook>> look(Chart chart, UUID record, Requester requester) {
        return chart.place(record).map(place -> look(chart, place, requester));
    }

    private Supplier<OriginalLook> look(Chart chart, RowPlace place, Requester requester) {
        if (hasUnnamedGaps(chart, place.patient(), place.facility())) {
            return () -> new Withheld(WithheldReason.LIMITED);
        }
        if (!chart.coversAllOf(place)) {
            return () -> new Withheld(WithheldReason.RULES);
        }
        var facility = new FacilityId(place.facility());
        var original = files.original(place.inbox(), facility);
        if (original.isEmpty()
                || !protections
                        .hiddenFrom(requester, List.of(chart.person().id()))
                        .isEmpty()) {
            return () -> new Withheld(WithheldReason.UNREADABLE);
        }
        if (original.get().large()) {
            return () -> new Withheld(WithheldReason.NOT_TEXT);
        }
        var own = own(requester, successions.now()).contains(facility);
        var agreed = layouts.of(facility);
        return () -> read(original.get(), agreed, own);
    }

    private OriginalLook read(FiledOriginal original, List<LabLayout> agreed, boolean own) {
        var body = original.body();
        try {
            var file = Readers.read(original.path(), body, agreed, examination);
            if (file.patients().size() > 1) {
                return new Withheld(WithheldReason.OTHERS);
            }
            var sheets = file.sheets();
            var text = OriginalText.of(body);
            if (text.isPresent() && !own && (insured(sheets) || OriginalText.namesInsurance(text.get()))) {
                return new Withheld(WithheldReason.INSURANCE);
            }
            return text.<OriginalLook>map(lines -> new Shown(lines, body.length))
                    .orElseGet(() -> new Withheld(WithheldReason.NOT_TEXT));
        } catch (Unreadable e) {
            return new Withheld(WithheldReason.UNREADABLE);
        }
    }

    private static boolean insured(List<Sheet> sheets) {
        return sheets.stream().anyMatch(sheet -> sheet.insured() != null);
    }

    private static Set<FacilityId> own(Requester requester, Heirs heirs) {
        return heirs.standsFor(requester.facility(), Follows.RECORDS);
    }

    /// Whether something of this patient may stay out that is never named: a kind that the person keeps, a label.
    static boolean hasUnnamedGaps(Chart chart, long patient, long facility) {
        var lines = chart.grant().lines().stream()
                .filter(line -> line.patient().value() == patient)
                .toList();
        var opened = lines.stream().mapToLong(GrantLine::kinds).reduce(0, (a, b) -> a | b);
        var named = chart.grant().closed().stream()
                .filter(closed -> closed.facility().value() == facility)
                .map(closed -> closed.kind())
                .collect(Collectors.toSet());
        var all = Label.mask(List.of(Label.values())) & ~NAMED_NOWHERE;
        return chart.grant().denied()
                || lines.stream().anyMatch(line -> (all & ~line.labels()) != 0)
                || Arrays.stream(RecordKind.values())
                        .anyMatch(kind -> (opened & kind.mask()) == 0 && !named.contains(kind));
    }
}
