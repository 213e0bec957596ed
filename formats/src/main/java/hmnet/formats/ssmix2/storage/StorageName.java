package hmnet.formats.ssmix2.storage;

import hmnet.formats.base.hl7.Hl7Time;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The seven parts of a file name (ファイル名):
/// `患者ID_診療日_データ種別_オーダNo_発生日時_診療科コード_フラグ`.
///
/// @param careDate null where the name has `-`
/// @param orderNumber as in the name; 15 digits when written, 13 are found in the field
/// @param occurred as in the name; 17 digits when written, 14 and 15 are found in the field
/// @param department `-` when there is none
public record StorageName(
        String patient,
        @Nullable LocalDate careDate,
        StorageKind kind,
        String orderNumber,
        String occurred,
        String department,
        Flag flag) {
    public static final String NO_ORDER = "999999999999999";

    /// A number that could leave its folder or break the name is none.
    private static final Pattern PATIENT = Pattern.compile("[0-9A-Za-z]{1,30}");

    private static final Pattern ORDER = Pattern.compile("[0-9A-Za-z]{1,22}");
    private static final Pattern OCCURRED = Pattern.compile("[0-9]{14,17}");
    private static final Pattern DEPARTMENT = Pattern.compile("-|[0-9A-Za-z]{1,5}");

    public StorageName {
        require(PATIENT.matcher(patient).matches(), "patient number", patient);
        require(ORDER.matcher(orderNumber).matches(), "order number", orderNumber);
        require(OCCURRED.matcher(occurred).matches() && Hl7Time.at(occurred) != null, "time", occurred);
        require(DEPARTMENT.matcher(department).matches(), "department", department);
    }

    private static void require(boolean condition, String what, String found) {
        if (!condition) {
            throw new IllegalArgumentException("Not a " + what + ": " + found);
        }
    }

    public static StorageName parse(String fileName) throws BadStorage {
        var parts = fileName.split("_", -1);
        if (parts.length != 7) {
            throw new BadStorage("path", "a file name has 7 parts, this one has " + parts.length);
        }
        var kind = StorageKind.of(parts[2]);
        var day = parts[1].equals("-") ? null : Hl7Time.date(parts[1]);
        if ((day == null && !parts[1].equals("-")) || parts[1].length() > 8) {
            throw new BadStorage("path", "not a date of care: " + parts[1]);
        }
        try {
            return new StorageName(parts[0], day, kind, parts[3], parts[4], parts[5], Flag.of(parts[6]));
        } catch (IllegalArgumentException e) {
            throw new BadStorage("path", String.valueOf(e.getMessage()));
        }
    }

    /// The name of a file to be written now.
    public static StorageName live(
            String patient,
            @Nullable LocalDate careDate,
            StorageKind kind,
            String orderNumber,
            OffsetDateTime occurred,
            String department) {
        var time = Hl7Time.hl7(occurred) + "%03d".formatted(occurred.getNano() / 1_000_000);
        var order = kind.hasOrderNumber() ? fifteen(orderNumber) : NO_ORDER;
        return new StorageName(
                patient, careDate, kind, order, time, department.isEmpty() ? "-" : department, Flag.LIVE);
    }

    public StorageName flagged(Flag other) {
        return new StorageName(patient, careDate, kind, orderNumber, occurred, department, other);
    }

    public OffsetDateTime occurredAt() {
        return Objects.requireNonNull(Hl7Time.at(occurred));
    }

    public String fileName() {
        return String.join(
                "_", patient, day(), kind.code(), orderNumber, occurred, department, String.valueOf(flag.mark()));
    }

    /// The folder inside the tree, without a slash at its end. A number shorter than 6 is padded for its
    /// folders only.
    public String folder() {
        var padded = "0".repeat(Math.max(0, 6 - patient.length())) + patient;
        return String.join("/", padded.substring(0, 3), padded.substring(3, 6), patient, day(), kind.code());
    }

    /// Where the file lies in the tree.
    public String path() {
        return folder() + "/" + fileName();
    }

    /// What stays the same from version to version of one source item, within one patient.
    public String sourceKey() {
        if (kind.single()) {
            return "-/" + kind.code() + "/" + NO_ORDER;
        }
        var key = day() + "/" + kind.code() + "/" + fifteen(orderNumber);
        return kind.hasOrderNumber() ? key : key + "/" + department;
    }

    private String day() {
        return careDate == null ? "-" : Hl7Time.hl7(careDate);
    }

    private static String fifteen(String order) {
        return "0".repeat(Math.max(0, 15 - order.length())) + order;
    }

    /// The condition flag at the end of a file name (コンディションフラグ).
    public enum Flag {
        /// 削除・無効.
        RETRACTED('0'),
        /// 有効.
        LIVE('1'),
        /// 履歴: a newer file took its place.
        SUPERSEDED('2');

        private final char mark;

        Flag(char mark) {
            this.mark = mark;
        }

        public char mark() {
            return mark;
        }

        static Flag of(String mark) throws BadStorage {
            for (var flag : values()) {
                if (mark.length() == 1 && mark.charAt(0) == flag.mark) {
                    return flag;
                }
            }
            throw new BadStorage("path", "no condition flag: " + mark);
        }
    }
}
