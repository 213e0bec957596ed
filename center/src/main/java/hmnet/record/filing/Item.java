package hmnet.record.filing;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.fhir.Rows;
import hmnet.formats.fhirfile.value.GivenIdentifiers;
import hmnet.formats.fhirfile.value.GivenIdentifiers.GivenIdentifier;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.StayExtract;
import hmnet.formats.ssmix2.StorageFile;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.ground.design.JapaneseDates;
import hmnet.people.patients.PatientClaim;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One source item of one patient, as a file tells it (原データの一件): a storage file, or a sheet of a file
/// of many.
sealed interface Item {
    PatientClaim claim();

    /// The same in every version of the item, within one patient.
    String source();

    /// Sorts like time and differs for other bytes.
    String version();

    /// 0 deleted, 1 valid, 2 superseded at its source.
    int flag();

    OffsetDateTime at();

    /// Code of the department, `-` when none is named.
    String department();

    /// The placer's order number, empty where the item has none.
    String order();

    /// The identifiers that others gave to what a part of it holds, in FHIR.
    default List<GivenIdentifier> given(Part part) {
        return List.of();
    }

    /// @param tables add what says the same as the codes sent
    List<Part> parts(Ids ids, Equivalents tables);

    /// A file of the standard storage.
    ///
    /// @param digest the first hex digits of the bytes' SHA-256
    record Stored(StorageFile file, String digest) implements Item {
        /// 外来受付、入院、転棟、帰院.
        private static final Set<StorageKind> CAME =
                Set.of(StorageKind.ADT_12, StorageKind.ADT_22, StorageKind.ADT_32, StorageKind.ADT_42);

        private static final DateTimeFormatter MESSAGE_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

        @Override
        public PatientClaim claim() {
            var master = file.name().kind() == StorageKind.ADT_00;
            return new PatientClaim(
                    file.name().patient(),
                    file.person(),
                    file.messageTime(),
                    master && flag() != 0,
                    file.insured(),
                    CAME.contains(file.name().kind()) && flag() != 0
                            ? file.name().careDate()
                            : null,
                    file.name().careDate());
        }

        @Override
        public String source() {
            return file.name().sourceKey();
        }

        /// Time of the event at the source, message time, digest.
        @Override
        public String version() {
            var occurred = file.name().occurred();
            return padded(occurred)
                    + "."
                    + file.messageTime().withOffsetSameInstant(ZoneOffset.UTC).format(MESSAGE_TIME)
                    + "."
                    + digest;
        }

        @Override
        public int flag() {
            return file.deletes() ? 0 : file.name().flag().mark() - Flag.RETRACTED.mark();
        }

        @Override
        public OffsetDateTime at() {
            return file.messageTime();
        }

        @Override
        public String department() {
            return file.name().department();
        }

        @Override
        public String order() {
            return file.name().kind().hasOrderNumber() ? file.name().orderNumber() : "";
        }

        @Override
        public List<Part> parts(Ids ids, Equivalents tables) {
            return file.parts(ids, tables);
        }
    }

    /// One patient's sheet of a file.
    ///
    /// @param receivedAt tells versions apart where the format says no more than the day or the month
    /// @param digest of the file's bytes
    record Told(Format format, Sheet sheet, OffsetDateTime receivedAt, String digest) implements Item {
        private static final int TO_THE_SECOND = 14;
        private static final Set<String> CAME = Set.of("visit", "admitted", "moved", "returned");
        private static final Set<String> IN_CARE =
                Set.of("visit", "admitted", "moved", "leave", "returned", "doctor", "discharged");

        /// What came as FHIR and tells of something that was done.
        private static final Set<RecordKind> CARE = EnumSet.of(
                RecordKind.PRESCRIPTION,
                RecordKind.INJECTION,
                RecordKind.DISPENSING,
                RecordKind.LABORATORY,
                RecordKind.LAB_SAFETY,
                RecordKind.VITAL,
                RecordKind.CHECKUP,
                RecordKind.PROCEDURE,
                RecordKind.CARE,
                RecordKind.REPORT);

        @Override
        public PatientClaim claim() {
            return new PatientClaim(
                    sheet.patient(),
                    sheet.person(),
                    sheet.at(),
                    sheet.master() && !sheet.deletes(),
                    sheet.insured() != null && sheet.insured().isHealth() ? sheet.insured() : null,
                    alive(),
                    caredOn(),
                    caredUntil());
        }

        /// Of whatever was so in the patient's life: nothing was before they were born.
        private @Nullable LocalDate caredOn() {
            return days(entry -> true).min(Comparator.naturalOrder()).orElse(null);
        }

        /// Of what was done with the patient; others write letters of the dead.
        private @Nullable LocalDate caredUntil() {
            return days(Told::isCare).max(Comparator.naturalOrder()).orElse(null);
        }

        /// The last day on which somebody came, where the sheet says that.
        private @Nullable LocalDate alive() {
            return sheet.deletes()
                    ? null
                    : days(entry -> CAME.contains(event(entry)))
                            .max(Comparator.naturalOrder())
                            .orElse(null);
        }

        private Stream<LocalDate> days(Predicate<Entry> which) {
            return sheet.entries().stream()
                    .filter(which)
                    .map(entry ->
                            entry.at().atZoneSameInstant(JapaneseDates.JAPAN).toLocalDate())
                    .filter(day -> !day.equals(LocalDate.EPOCH));
        }

        private static boolean isCare(Entry entry) {
            return switch (entry) {
                case Results results -> results.kind() != Results.ResultKind.ORDERED;
                case Medicines medicines -> true;
                case PerformedActs acts -> !acts.ordered();
                case Stay stay -> IN_CARE.contains(stay.event());
                case Paper paper -> paper.kind() == Paper.PaperKind.REPORT;
                case KeptFhir kept ->
                    kept.extract() instanceof StayExtract ? IN_CARE.contains(event(entry)) : CARE.contains(kept.kind());
                case Problem problem -> false;
                case Allergies allergies -> false;
                case PersonProfile profile -> false;
            };
        }

        /// Of a visit or a stay what happened; empty of all else.
        private static String event(Entry entry) {
            return switch (entry) {
                case Stay stay -> stay.event();
                case KeptFhir kept when kept.extract() instanceof StayExtract stay -> stay.event();
                default -> "";
            };
        }

        @Override
        public String source() {
            return format.code() + "/" + sheet.source();
        }

        /// FHIR that does not say when it was changed counts from when it came.
        @Override
        public String version() {
            var received = receivedAt.withOffsetSameInstant(ZoneOffset.UTC).format(Stored.MESSAGE_TIME);
            if (sheet.version().isEmpty() && format == Format.FHIR) {
                return padded("") + "." + received + "." + digest;
            }
            var said = sheet.version().isEmpty() ? Hl7Time.hl7(sheet.at()) : sheet.version();
            return padded(said) + (said.length() < TO_THE_SECOND ? "." + received : "") + "." + digest;
        }

        @Override
        public int flag() {
            return sheet.deletes() ? 0 : 1;
        }

        @Override
        public OffsetDateTime at() {
            return sheet.at();
        }

        @Override
        public String department() {
            return "-";
        }

        @Override
        public String order() {
            return "";
        }

        @Override
        public List<GivenIdentifier> given(Part part) {
            try {
                return format == Format.FHIR ? GivenIdentifiers.of(part.bundle()) : List.of();
            } catch (Unreadable e) {
                return List.of(); // larger than what is read at once: it is filed, and found by nobody's number
            }
        }

        @Override
        public List<Part> parts(Ids ids, Equivalents tables) {
            return Rows.of(sheet, ids, tables);
        }
    }

    private static String padded(String time) {
        return time + "0".repeat(Math.max(0, 17 - time.length()));
    }
}
