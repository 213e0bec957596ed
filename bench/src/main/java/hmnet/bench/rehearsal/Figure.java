package hmnet.bench.rehearsal;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/// Somebody who never lived (架空の人), unlike everybody with another number.
///
/// @param moved how often they have moved
record Figure(int number, int moved) {
    private static final int REGIONAL_ID = 20;
    private static final String[] FAMILIES = {"演習", "訓練", "稽古", "試演", "予習"};
    private static final String[] FAMILIES_KANA = {"エンシュウ", "クンレン", "ケイコ", "シエン", "ヨシュウ"};
    private static final String[] GIVEN = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String[] GIVEN_KANA = {"レイ", "イチ", "ニ", "サン", "シ", "ゴ", "ロク", "ナナ", "ハチ", "ク"};

    Figure elsewhere() {
        return new Figure(number, moved + 1);
    }

    Demographics said() {
        return new Demographics(
                family(), given(), familyKana(), givenKana(), born(), sex(), postalCode(), address(), phone(), null);
    }

    /// @param lots draw the ids, so that the same seed plays the same people
    Person applicant(SplittableRandom lots) {
        return new Person(
                new PersonId(new UUID(lots.nextLong(), lots.nextLong())),
                lots.ints(REGIONAL_ID, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining()),
                family(),
                given(),
                familyKana(),
                givenKana(),
                born(),
                sex(),
                postalCode(),
                address(),
                "架空市青葉町",
                phone());
    }

    private String family() {
        return FAMILIES[number % FAMILIES.length];
    }

    private String familyKana() {
        return FAMILIES_KANA[number % FAMILIES.length];
    }

    private String given() {
        return digits(GIVEN);
    }

    private String givenKana() {
        return digits(GIVEN_KANA);
    }

    private String digits(String[] words) {
        return String.valueOf(number).chars().mapToObj(c -> words[c - '0']).collect(Collectors.joining());
    }

    private LocalDate born() {
        return LocalDate.of(1931, 1, 1).plusDays(number * 397L % 29_000);
    }

    private String sex() {
        return number % 2 == 0 ? "female" : "male";
    }

    private String postalCode() {
        return "7%02d-%04d".formatted(number % 100, (number * 7 + moved) % 10_000);
    }

    private String address() {
        return "広島県架空市青葉町" + (number % 9 + 1) + "丁目" + number + "番" + (moved + 1) + "号";
    }

    private String phone() {
        return "082-%03d-%04d".formatted(number / 1000 % 1000, (number * 3 + moved * 1111) % 10_000);
    }
}
