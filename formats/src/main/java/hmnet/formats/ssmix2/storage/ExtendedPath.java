package hmnet.formats.ssmix2.storage;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file's path inside the extended storage (拡張ストレージ内のパス):
/// `…/patient/date/kind folder/content folder/file`.
///
/// @param kindCode and `key` as the content folder has them
/// @param occurred as in the name, 14 to 17 digits
/// @param department `-` when there is none; some write none at all
/// @param file within the content folder
public record ExtendedPath(
        String patient,
        @Nullable LocalDate careDate,
        DocumentKind kind,
        String kindCode,
        String key,
        String occurred,
        String department,
        Flag flag,
        String file,
        List<Repair> repairs) {
    /// `patient_date_kind_key_time[_department]_flag`; kind and key are parted later, since both may hold `_`.
    private static final Pattern CONTENT =
            Pattern.compile("([0-9A-Za-z]{1,30})_([0-9]{8}|-)_(.*?)_([0-9]{14,17})(?:_([0-9A-Za-z-]{0,10}))?_([012])");

    /// Whether a path means to be one of the extended storage.
    public static boolean looksLike(String path) {
        var steps = path.replace('\\', '/').split("/", -1);
        return content(steps) >= 0;
    }

    private static int content(String[] steps) {
        for (int at = steps.length - 2; at >= 0; at--) {
            if (CONTENT.matcher(steps[at]).matches()) {
                return at;
            }
        }
        return -1;
    }

    public static ExtendedPath parse(String path) throws BadStorage {
        ExtendedPathChecks.checkSafe(path);
        var steps = path.split("/", -1);
        for (var step : steps) {
            if (step.isEmpty() || step.equals(".") || step.equals("..")) {
                throw new BadStorage("path", "a step is empty or leads elsewhere");
            }
        }
        int at = content(steps);
        if (at < 0) {
            throw new BadStorage("path", "no content folder of the extended storage");
        }
        var name = CONTENT.matcher(steps[at]);
        if (!name.matches() || Hl7Time.at(name.group(4)) == null) {
            throw new BadStorage("path", "no time in the content folder");
        }
        var day = name.group(2).equals("-") ? null : Hl7Time.date(name.group(2));
        if (day == null && !name.group(2).equals("-")) {
            throw new BadStorage("path", "not a date of care: " + name.group(2));
        }
        var kind = at > 0 ? DocumentKind.parse(steps[at - 1]) : DocumentKind.parse("");
        var kindCode = ExtendedPathChecks.kindCode(kind, name.group(3));
        var rest = name.group(3).substring(kindCode.length());
        var department = name.group(5) == null || name.group(5).isEmpty() ? "-" : name.group(5);
        return new ExtendedPath(
                name.group(1),
                day,
                kind,
                kindCode,
                rest.startsWith("_") ? rest.substring(1) : rest,
                name.group(4),
                department,
                Flag.of(name.group(6)),
                String.join("/", List.of(steps).subList(at + 1, steps.length)),
                ExtendedPathChecks.compare(steps, at, name.group(1), name.group(2), name.group(5) == null));
    }

    public OffsetDateTime occurredAt() {
        return Objects.requireNonNull(Hl7Time.at(occurred));
    }

    /// When it was in the patient's life: the date of care, at the time it was written when that was the same
    /// day.
    public OffsetDateTime at() {
        var occurredAt = occurredAt();
        return careDate == null || occurredAt.toLocalDate().equals(careDate)
                ? occurredAt
                : careDate.atStartOfDay().atOffset(Hl7Time.JAPAN);
    }

    /// What stays the same from version to version of one file, within one patient.
    public String sourceKey() {
        return "EXT/" + day() + "/" + kindCode + "/" + key + "/" + department + "/" + file;
    }

    String day() {
        return careDate == null ? "-" : Hl7Time.hl7(careDate);
    }

    /// The content folder's name.
    public String contentFolder() {
        var middle = key.isEmpty() ? kindCode : kindCode + "_" + key;
        return String.join("_", patient, day(), middle, occurred, department, String.valueOf(flag.mark()));
    }

    /// Where the content folder lies.
    public String folder() {
        var padded = "0".repeat(Math.max(0, 6 - patient.length())) + patient;
        return String.join("/", padded.substring(0, 3), padded.substring(3, 6), patient, day(), kind.folder());
    }

    /// Where the file lies in the tree.
    public String path() {
        return folder() + "/" + contentFolder() + "/" + file;
    }

    public ExtendedPath flagged(Flag other) {
        return new ExtendedPath(patient, careDate, kind, kindCode, key, occurred, department, other, file, List.of());
    }
}
