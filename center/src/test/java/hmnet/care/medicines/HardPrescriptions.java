package hmnet.care.medicines;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Ten prescriptions that are easily misread (読み違えやすい処方), each a file of an invented person, read as every
/// file of a facility is.
public final class HardPrescriptions {
    /// What is wrongly read, and the file that says it.
    public enum HardPrescription {
        WEEKLY_METHOTREXATE("json"),
        ALTERNATE_DAY_STEROID("hl7"),
        UNEVEN_4_2_1("hl7"),
        TAPERING("json"),
        INSULIN_SLIDING_SCALE("json"),
        INFUSION_RATE_CHANGES("json"),
        WHEN_NEEDED_WITH_LIMIT("json"),
        NOT_GIVEN("json"),
        CHEMOTHERAPY_WITH_MAXIMUM("json"),
        WARFARIN_BY_WEEKDAY("json");

        private final String ending;

        HardPrescription(String ending) {
            this.ending = ending;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final FacilityId HOSPITAL = new FacilityId(1);

    private HardPrescriptions() {}

    /// The medicines page of a chart that holds all ten.
    public static MedicinesScreen screen(ChartFrame chart, String facility, List<FacilityCoverage> received) {
        var entries = entries();
        return new MedicinesScreen(
                chart,
                TODAY,
                14,
                CurrentTable.of(
                        entries.stream()
                                .filter(entry -> entry.kind() == RecordKind.PRESCRIPTION)
                                .toList(),
                        TODAY,
                        chart.path(),
                        id -> facility,
                        Messages.in(Language.JAPANESE)),
                Supplies.courses(
                        entries.stream()
                                .filter(entry -> entry.kind() == RecordKind.PRESCRIPTION)
                                .toList(),
                        TODAY,
                        14,
                        id -> facility),
                entries.stream()
                        .map(entry ->
                                Prescriptions.of(entry, chart.path(), id -> facility, Messages.in(Language.JAPANESE)))
                        .toList(),
                null,
                null,
                List.of(),
                received);
    }

    /// The newest first.
    static List<ChartEntry> entries() {
        return Stream.of(HardPrescription.values())
                .map(HardPrescriptions::entry)
                .sorted(Comparator.comparing(ChartEntry::occurredAt).reversed())
                .toList();
    }

    /// The one row that a file becomes.
    public static ChartEntry entry(HardPrescription hard) {
        var name = hard.word() + "." + hard.ending;
        try (var file = Objects.requireNonNull(HardPrescriptions.class.getResourceAsStream(name), name)) {
            var parts = Readers.read(name, file.readAllBytes()).sheets().stream()
                    .flatMap(sheet -> Rows.of(
                            sheet,
                            (type, key) -> UUID.nameUUIDFromBytes((type + key).getBytes(StandardCharsets.UTF_8))
                                    .toString())
                            .stream())
                    .toList();
            if (parts.size() != 1) {
                throw new IllegalStateException(name + " became " + parts.size() + " rows");
            }
            return entry(parts.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static ChartEntry entry(Part part) {
        return new ChartEntry(
                UUID.nameUUIDFromBytes(part.key().getBytes(StandardCharsets.UTF_8)),
                part.kind(),
                HOSPITAL,
                "",
                part.occurredAt(),
                part.occurredAt(),
                part.labels(),
                part.correction(),
                part.preliminary(),
                part.title(),
                part.extract());
    }
}
