package hmnet.people.arrivals;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Somebody who never lived (架空の人), as a hospital writes them down; each lives alone in a street of their
/// own.
public record Human(
        String family,
        String given,
        String familyKana,
        String givenKana,
        LocalDate born,
        String sex,
        String address,
        String phone,
        @Nullable InsuredNumber insurance) {
    private static final AtomicInteger NUMBER = new AtomicInteger(0);
    private static final String[][] FAMILIES = {
        {"雛形", "ヒナガタ"},
        {"夢野", "ユメノ"},
        {"幻谷", "マボロシダニ"},
        {"絵空", "エソラ"},
        {"模本", "モモト"},
        {"試山", "タメシヤマ"},
        {"型川", "カタガワ"},
        {"例田", "レイダ"},
        {"空想", "クウソウ"},
        {"見本", "ミホン"},
        {"仮名", "カナ"}
    };
    private static final String[][] GIVEN = {
        {"百合子", "ユリコ"},
        {"二葉", "フタバ"},
        {"四季", "シキ"},
        {"五月", "サツキ"},
        {"七海", "ナナミ"},
        {"八重", "ヤエ"},
        {"十和", "トワ"},
        {"千尋", "チヒロ"},
        {"万里", "マリ"},
        {"億人", "オクト"},
        {"兆治", "チョウジ"},
        {"京平", "キョウヘイ"},
        {"三太", "サンタ"}
    };
    private static final String[] CITIES = {"架空市", "見本市", "仮名市", "例田市", "夢野市", "型川市", "試山市"};

    static Human named(String family, String given, String familyKana, String givenKana) {
        var n = NUMBER.incrementAndGet();
        return new Human(
                family,
                given,
                familyKana,
                givenKana,
                LocalDate.of(1931, 1, 1).plusDays(n * 397L),
                "female",
                "広島県" + CITIES[n % CITIES.length] + "青葉町" + (n % 9 + 1) + "丁目" + n + "番" + (n + 3) + "号",
                "082-9%02d-%04d".formatted(n % 100, 4000 + n),
                null);
    }

    public static Human somebody() {
        var n = NUMBER.incrementAndGet();
        var family = FAMILIES[n % FAMILIES.length];
        var given = GIVEN[n % GIVEN.length];
        return named(family[0], given[0], family[1], given[1]);
    }

    public Human called(String otherFamily, String otherGiven, String otherKana) {
        return new Human(otherFamily, otherGiven, familyKana, otherKana, born, sex, address, phone, insurance);
    }

    public Human born(LocalDate other) {
        return new Human(family, given, familyKana, givenKana, other, sex, address, phone, insurance);
    }

    public Human living(String elsewhere, String otherPhone) {
        return new Human(family, given, familyKana, givenKana, born, sex, elsewhere, otherPhone, insurance);
    }

    /// Under a number of a company's insurance, the own branch of which is told.
    public Human insured() {
        var own = new InsuredNumber("06340018", "101", phone.replace("-", ""), "01");
        return new Human(family, given, familyKana, givenKana, born, sex, address, phone, own);
    }

    public Demographics said() {
        return new Demographics(family, given, familyKana, givenKana, born, sex, postalCode(), address, phone, null);
    }

    private String postalCode() {
        return "7" + phone.substring(5, 7) + "-" + phone.substring(8);
    }

    /// As the office takes an application down.
    Person applicant() {
        return new Person(
                PersonId.fresh(),
                Persons.freshRegionalId(),
                family,
                given,
                familyKana,
                givenKana,
                born,
                sex,
                postalCode(),
                address,
                Person.town(address),
                phone);
    }
}
