package hmnet.formats.ssmix2.storage;

import hmnet.formats.base.hl7.Message.Repair;
import java.util.ArrayList;
import java.util.List;

/// What holds of every path in the extended storage (拡張ストレージのパスの検査).
final class ExtendedPathChecks {
    private static final int LONGEST = 1024;

    private ExtendedPathChecks() {}

    static void checkSafe(String path) throws BadStorage {
        if (path.isEmpty() || path.length() > LONGEST) {
            throw new BadStorage("path", path.length() + " characters");
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c == 0x7F || c == '\\' || c == ':' || (c >= 0x80 && c < 0xA0) || Character.isSurrogate(c)) {
                throw new BadStorage("path", "character U+%04X".formatted((int) c));
            }
        }
    }

    /// The code that the folder above names, where the content folder begins with one of its codes.
    static String kindCode(DocumentKind kind, String middle) {
        for (var code : List.of(kind.local().code(), kind.standard().code())) {
            if (!code.isEmpty() && (middle.equals(code) || middle.startsWith(code + "_"))) {
                return code;
            }
        }
        int end = middle.indexOf('_');
        return end < 0 ? middle : middle.substring(0, end);
    }

    /// A content folder under another patient is refused: nobody can say whose it is.
    static List<Repair> compare(String[] steps, int at, String patient, String day, boolean noDepartment)
            throws BadStorage {
        var repairs = new ArrayList<Repair>();
        if (at >= 3 && !steps[at - 3].equals(patient)) {
            throw new BadStorage("patient-differs", "folder and content folder name different patients");
        }
        if (at >= 2 && !steps[at - 2].equals(day)) {
            repairs.add(new Repair("folder-differs", "path", "folder " + steps[at - 2] + " instead of " + day));
        }
        if (noDepartment) {
            repairs.add(new Repair("department-missing", "path", "the content folder has 6 parts"));
        }
        return List.copyOf(repairs);
    }
}
