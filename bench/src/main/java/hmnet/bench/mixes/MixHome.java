package hmnet.bench.mixes;

import java.util.SplittableRandom;

/// A home (住所) and what hangs on it: a town by its number, three numbers, a room or none, a telephone.
record MixHome(int town, int district, int block, int house, int room, String phone) {
    private static final String FIRST = "青若緑桜松竹梅朝夕光泉森";
    private static final String LAST = "葉山川原里台丘浜沢木野田";
    private static final String KANJI = "〇一二三四五六七八九";

    static MixHome draw(SplittableRandom lots, int towns) {
        return new MixHome(
                (int) (towns * Math.pow(lots.nextDouble(), 1.3)),
                lots.nextInt(4) == 0 ? 0 : 1 + lots.nextInt(6),
                1 + lots.nextInt(40),
                1 + lots.nextInt(45),
                lots.nextInt(3) == 0 ? 101 + 100 * lots.nextInt(8) + lots.nextInt(9) : 0,
                "099-%03d-%04d".formatted(lots.nextInt(1000), lots.nextInt(10_000)));
    }

    MixHome misnumbered(SplittableRandom lots) {
        return lots.nextBoolean()
                ? new MixHome(town, district, block, house + 1 + lots.nextInt(8), room, phone)
                : new MixHome(town, district, (block + 10) % 100, house, room, phone);
    }

    String postalCode(SplittableRandom lots) {
        var number = "99%d%04d".formatted(town % 10, town / 10);
        return lots.nextInt(3) == 0 ? number : number.substring(0, 3) + "-" + number.substring(3);
    }

    /// In one of the ways in which addresses are written.
    String written(SplittableRandom lots) {
        var city = "" + LAST.charAt(town % 7) + FIRST.charAt(town / 7 % 5) + "市";
        var name = "" + FIRST.charAt(town % FIRST.length()) + LAST.charAt(town / FIRST.length() % LAST.length())
                + (town / 144 % 4 == 0 ? "町" : town / 144 % 4 == 1 ? "" : "東町".substring(town / 144 % 2));
        var prefecture = lots.nextInt(2) == 0 ? "架空県" : "";
        var part = district == 0 ? "" : String.valueOf(district);
        var numbers = switch (lots.nextInt(5)) {
            case 0 -> (part.isEmpty() ? "" : part + "-") + block + "-" + house;
            case 1 -> (part.isEmpty() ? "" : kanji(district) + "丁目") + block + "番" + house + "号";
            case 2 -> wide((part.isEmpty() ? "" : part + "－") + block + "－" + house);
            case 3 -> (part.isEmpty() ? "" : part + "丁目") + block + "番地" + (lots.nextBoolean() ? "の" : "") + house;
            // From outside: the rest of the lots.
            default -> (part.isEmpty() ? "" : kanji(district) + "丁目") + kanji(block) + "番" + kanji(house) + "号";
        };
        var rooms = room == 0 || lots.nextInt(4) == 0
                ? ""
                : "　" + "架空荘" + (lots.nextBoolean() ? "-" : "") + room + (lots.nextBoolean() ? "号" : "");
        return prefecture + city + name + numbers + rooms;
    }

    private static String kanji(int number) {
        var tens = number / 10;
        return (tens == 0 ? "" : tens == 1 ? "十" : KANJI.charAt(tens) + "十")
                + (number % 10 == 0 && tens > 0 ? "" : KANJI.charAt(number % 10));
    }

    private static String wide(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
