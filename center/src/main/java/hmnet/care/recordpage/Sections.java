package hmnet.care.recordpage;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabSheets;
import hmnet.care.labsheet.LabValue;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.Prescriptions;
import hmnet.care.recordpage.RecordScreen.RecordLine;
import hmnet.care.recordpage.RecordScreen.Section;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Diagnoses;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The content of a record in lines (記録の内容), as each kind is read.
final class Sections {
    private final Messages m;

    Sections(Messages m) {
        this.m = m;
    }

    List<Section> of(ChartEntry entry) {
        return switch (Extract.read(entry.kind(), entry.extract())) {
            case LabExtract lab -> laboratory(entry);
            case PrescriptionExtract drugs -> drugs(drugs);
            case DiagnosisExtract diagnosis -> facts(diagnosis(diagnosis));
            case AllergyExtract allergies -> facts(allergies.items().stream().map(this::allergy));
            case StayExtract stay -> facts(stay(stay, entry.labels()));
            case ProfileExtract profile -> facts(profile(profile));
            case ProcedureExtract procedure -> facts(procedure(procedure));
            case DocumentExtract document -> document(document);
        };
    }

    /// Whether a row of an earlier version is this one before: a diagnosis is known again by its code or
    /// name, a sampling by what was measured.
    static boolean same(ChartEntry now, ChartEntry before) {
        var newer = Extract.read(now.kind(), now.extract());
        var older = Extract.read(before.kind(), before.extract());
        return switch (newer) {
            case DiagnosisExtract d ->
                older instanceof DiagnosisExtract was
                        && (d.name().equals(was.name())
                                || !d.code().isEmpty()
                                        && d.code().equals(was.code())
                                        && d.onset().equals(was.onset()));
            case LabExtract lab ->
                older instanceof LabExtract was
                        && lab.items().stream()
                                .anyMatch(item -> was.items().stream()
                                        .anyMatch(old -> item.code().equals(old.code())
                                                && item.name().equals(old.name())
                                                && item.specimen().equals(old.specimen())));
            case PrescriptionExtract drugs -> older instanceof PrescriptionExtract;
            case AllergyExtract allergies -> older instanceof AllergyExtract;
            case StayExtract stay -> older instanceof StayExtract;
            case ProfileExtract profile -> older instanceof ProfileExtract;
            case ProcedureExtract procedure -> older instanceof ProcedureExtract;
            case DocumentExtract document -> older instanceof DocumentExtract;
        };
    }

    /// What stood in an earlier version and does so no more.
    String changed(ChartEntry before, ChartEntry now) {
        var still = words(now).toList();
        var gone =
                words(before).filter(words -> !still.contains(words)).collect(Collectors.joining(m.t("viewer.comma")));
        return gone.isEmpty() ? before.title() : gone;
    }

    private Stream<String> words(ChartEntry entry) {
        return of(entry).stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> line.label() + " " + line.value());
    }

    private List<Section> laboratory(ChartEntry entry) {
        var bySpecimen = new LinkedHashMap<String, List<RecordLine>>();
        for (var value : LabValue.of(List.of(entry))) {
            bySpecimen
                    .computeIfAbsent(value.item().specimen(), s -> new ArrayList<>())
                    .add(result(value));
        }
        return bySpecimen.entrySet().stream()
                .map(specimen -> new Section(specimen.getKey(), specimen.getValue()))
                .toList();
    }

    private RecordLine result(LabValue value) {
        var item = value.item();
        var range = LabSheets.range(item);
        return new RecordLine(
                item.name(),
                Prescriptions.words(item.value(), item.unit()),
                note(
                        range.isEmpty() ? "" : m.t("viewer.record.range", range),
                        value.sent().shown(),
                        meant(value),
                        switch (value.state()) {
                            case FINAL -> "";
                            case PRELIMINARY -> m.t(MarkKind.PRELIMINARY.key());
                            case CORRECTED -> m.t(MarkKind.CORRECTED.key());
                        }),
                value.flag());
    }

    /// The standard code beside a facility's own, and which code table says so.
    private String meant(LabValue value) {
        if (value.analyte().equals(value.sent())) {
            return "";
        }
        var table = value.item().table();
        return table.isEmpty()
                ? value.analyte().shown()
                : m.t("viewer.record.by-table", value.analyte().shown(), table);
    }

    private List<Section> drugs(PrescriptionExtract drugs) {
        return Prescriptions.rps(drugs.items(), m).stream().map(this::rp).toList();
    }

    private Section rp(Prescription.Rp rp) {
        var lines =
                rp.drugs().stream().map(drug -> new RecordLine(drug.name(), drug.dose(), drug.note(), LabFlag.NONE));
        var usage = fact("viewer.record.usage", rp.usage());
        var days = fact("viewer.record.days", rp.days() == null ? "" : m.t("viewer.medicines.days", rp.days()));
        return new Section(
                m.t("viewer.medicines.rp", rp.number()),
                Stream.concat(lines, Stream.concat(usage, days)).toList());
    }

    private Stream<RecordLine> diagnosis(DiagnosisExtract diagnosis) {
        return Stream.of(
                        fact("viewer.diagnoses.name", diagnosis.name()),
                        fact("viewer.diagnoses.code", diagnosis.icd10()),
                        fact("viewer.record.code", diagnosis.code()),
                        fact("viewer.diagnoses.from", Diagnoses.day(diagnosis.onset())),
                        fact("viewer.record.ended", Diagnoses.day(diagnosis.ended())),
                        fact("viewer.record.outcome", diagnosis.outcome()),
                        fact("viewer.diagnoses.main", diagnosis.main() ? m.t("viewer.yes") : ""),
                        fact("viewer.diagnoses.suspected", diagnosis.suspected() ? m.t("viewer.yes") : ""))
                .flatMap(lines -> lines);
    }

    private RecordLine allergy(AllergyExtract.AllergyItem item) {
        var denied = item.status() == AllergyExtract.AllergyStatus.DENIED;
        return new RecordLine(
                denied || item.name().isEmpty() ? m.t("viewer.allergies") : item.name(),
                denied ? m.t("viewer.allergy.denied") : item.reaction(),
                note(item.severity(), item.since(), item.code()),
                LabFlag.NONE);
    }

    private Stream<RecordLine> stay(StayExtract stay, Set<Label> labels) {
        var admitted = stay.admittedAt();
        var discharged = stay.dischargedAt();
        var department = Departments.words(stay.department(), labels, m);
        return Stream.of(
                        fact("viewer.record.admitted", admitted == null ? "" : m.moment(admitted)),
                        fact("viewer.record.discharged", discharged == null ? "" : m.moment(discharged)),
                        fact("viewer.record.department", department == null ? "" : department),
                        fact("viewer.record.ward", stay.ward()),
                        fact("viewer.record.doctor", stay.doctor()))
                .flatMap(lines -> lines);
    }

    private Stream<RecordLine> profile(ProfileExtract profile) {
        return Stream.of(
                        fact("viewer.record.height", Prescriptions.words(profile.height(), profile.heightUnit())),
                        fact("viewer.record.weight", Prescriptions.words(profile.weight(), profile.weightUnit())),
                        fact("viewer.record.blood", profile.blood()),
                        fact("viewer.record.insurance", String.join(m.t("viewer.comma"), profile.insurances())))
                .flatMap(lines -> lines);
    }

    private Stream<RecordLine> procedure(ProcedureExtract procedure) {
        var acts = procedure.items().stream()
                .map(act -> new RecordLine(
                        act.name(),
                        Prescriptions.words(act.amount(), act.unit()),
                        note(act.said(), act.code()),
                        LabFlag.NONE));
        return Stream.concat(acts, fact("viewer.record.doctor", procedure.doctor()));
    }

    /// Its words; of a file that belongs to it what it is and how large. No page draws the file itself yet.
    private List<Section> document(DocumentExtract document) {
        var about = facts(Stream.of(
                        fact("viewer.record.document", document.type()),
                        fact("viewer.record.author", document.author()),
                        fact(
                                "viewer.record.file",
                                document.size() == 0
                                        ? ""
                                        : m.t(
                                                "viewer.record.size",
                                                document.contentType(),
                                                (document.size() + 1023) / 1024)))
                .flatMap(lines -> lines));
        var sections = document.items().stream()
                .map(section ->
                        new Section(section.title(), List.of(new RecordLine("", section.text(), null, LabFlag.NONE))));
        return Stream.concat(about.stream(), sections).toList();
    }

    private Stream<RecordLine> fact(String key, String value) {
        return value.isEmpty() ? Stream.of() : Stream.of(new RecordLine(m.t(key), value, null, LabFlag.NONE));
    }

    private static List<Section> facts(Stream<RecordLine> lines) {
        var all = lines.toList();
        return all.isEmpty() ? List.of() : List.of(new Section("", all));
    }

    private @Nullable String note(String... parts) {
        var note = Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(m.t("viewer.comma")));
        return note.isEmpty() ? null : note;
    }
}
