package hmnet.region.plan;

import hmnet.formats.base.Table;
import java.util.List;

/// Someone who works at a facility and signs in (利用者), with the secrets of the demonstration. `start`
/// refuses these.
record StaffMember(
        String login,
        String name,
        String kana,
        String profession,
        String facility,
        String role,
        String password,
        String totpSecret) {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static List<StaffMember> all(long seed) {
        return Table.read(StaffMember.class, "staff.csv").stream()
                .map(row -> of(seed, row))
                .toList();
    }

    private static StaffMember of(long seed, List<String> row) {
        var chance = Chance.of(seed, "staff", row.get(0));
        var password =
                String.join("-", chance.letters(LETTERS, 5), chance.letters(LETTERS, 5), chance.letters(LETTERS, 5));
        return new StaffMember(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                password,
                chance.letters(BASE32, 32));
    }
}
