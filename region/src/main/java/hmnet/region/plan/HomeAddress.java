package hmnet.region.plan;

import java.util.Locale;

/// Where a simulated resident lives (架空の住所と電話).
record HomeAddress(String address, String postalCode, String phone) {
    static HomeAddress draw(Chance chance) {
        var town = chance.of(PersonName.parts("town"));
        var address = "広島県" + town.get(1) + wide(chance.between(1, 29)) + "−" + wide(chance.between(1, 30));
        var phone = String.format(Locale.ROOT, "090-0000-%04d", chance.between(0, 9999));
        return new HomeAddress(address, town.get(2), phone);
    }

    private static String wide(int number) {
        var out = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> out.append((char) (c - '0' + '０')));
        return out.toString();
    }
}
