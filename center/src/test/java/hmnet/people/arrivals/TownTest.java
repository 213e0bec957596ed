package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.links.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much of an address reception may see.
class TownTest {
    @ParameterizedTest
    @CsvSource({
        "広島県広島市中区紙屋町1丁目2-3,広島市中区紙屋町",
        "広島県広島市中区紙屋町二丁目２－３,広島市中区紙屋町",
        "広島県三次市十日市町１２３,三次市十日市町",
        "広島県府中市元町4-5,府中市元町",
        "広島県安芸郡府中町大通3,安芸郡府中町大通",
        "府中市元町4-5,府中市元町",
        "安芸郡府中町大通3,安芸郡府中町大通",
        "山県郡安芸太田町加計6,山県郡安芸太田町加計",
        "東京都府中市宮西町7,府中市宮西町",
        "京都府京都市左京区8,京都市左京区",
        "北海道札幌市中央区9,札幌市中央区",
        "和歌山県和歌山市七番丁10,和歌山市七番丁"
    })
    void aTownIsTheAddressWithoutPrefectureAndNumbers(String address, String town) {
        assertThat(Person.town(address)).isEqualTo(town);
    }
}
