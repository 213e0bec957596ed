package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Twins, newborns, families and names that nobody can read, under one number.
class EpochTwinTest extends EpochCase {
    @Test
    void aTwinWaits() {
        assertThat(fits(HANAKO, woman("架空", "花代", "カクウ", "ハナヨ", BORN))).isFalse();
        assertThat(fits(woman("架空", "陸", "カクウ", "リク", BORN), woman("架空", "空", "カクウ", "リク", BORN)))
                .as("one reading, other characters")
                .isFalse();
        assertThat(fits(woman("", "", "カクウ", "サクラ", BORN), woman("", "", "カクウ", "サクヤ", BORN)))
                .isFalse();
    }

    @Test
    void aNewbornIsNamedByThePatientMasterAlone() {
        var baby = woman("架空", "ベビー", "カクウ", "ベビー", BORN);
        assertThat(choice(List.of(known(1, baby)), claim(HANAKO, true), false).fits())
                .isTrue();
        assertThat(choice(List.of(known(1, baby)), claim(HANAKO, false), false).fits())
                .isFalse();
        assertThat(choice(List.of(known(1, baby)), claim(HANAKO, true), true).fits())
                .as("a twin is known")
                .isFalse();
        assertThat(fits(woman("架空", "ベビー１", "カクウ", "ベビー", BORN), woman("架空", "ベビー２", "カクウ", "ベビー", BORN)))
                .isFalse();
    }

    @Test
    void aGivenNameThatNobodyCanReadIsNoNameOfATwin() {
        var aoi = woman("架空", "葵", "カクウ", "アオイ", BORN);
        assertThat(fits(aoi, woman("架空", "〓", "カクウ", "アカネ", BORN)))
                .as("another reading")
                .isFalse();
        assertThat(fits(aoi, woman("架空", "〓", "", "", null)))
                .as("no birth date")
                .isFalse();
        assertThat(fits(aoi, woman("架空", "〓", "ｶｸｳ", "ｱｵｲ", BORN)))
                .as("the same reading")
                .isTrue();
        assertThat(choice(List.of(known(1, aoi)), claim(woman("架空", "〓", "", "", BORN), false), true)
                        .fits())
                .as("a twin is known")
                .isFalse();
        assertThat(fits(woman("髙橋", "花子", "タカハシ", "ハナコ", BORN), woman("〓橋", "花子", "", "", null)))
                .as("a surname that can be read in part")
                .isTrue();
    }

    /// ユキ and ユウキ.
    @Test
    void kanaALengthApartWaitWhereATwinIsKnown() {
        var prolonged = woman("", "", "カクウ", "ユウキ", BORN);
        assertThat(choice(List.of(known(1, woman("", "", "カクウ", "ユキ", BORN))), claim(prolonged, false), true)
                        .fits())
                .isFalse();
    }

    @Test
    void aTwinIsKnownByTheSurnameHoweverItIsWritten() {
        var aoi = woman("髙橋", "葵", "", "", BORN);
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("高橋", "茜", "", "", BORN)))
                .isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("高橋茜", "", "", "", BORN)))
                .isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("", "", "ﾀｶﾊｼ", "ｱｶﾈ", BORN)))
                .as("in kana alone")
                .isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, NOBODY)).as("not said").isTrue();
        assertThat(NameLikeness.maybeOneFamily(aoi, woman("架空", "茜", "カクウ", "アカネ", BORN)))
                .isFalse();
        assertThat(NameLikeness.maybeOneFamily(woman("", "", "タカハシ", "アオイ", BORN), woman("", "", "カクウ", "アカネ", BORN)))
                .isFalse();
    }

    @Test
    void aNewbornUnderTheMothersNumberWaitsEvenWithHerBirthDate() {
        assertThat(fits(HANAKO, woman("架空花子", "ベビー", "カクウハナコ", "ベビー", BORN))).isFalse();
        var lastWeek = APRIL.toLocalDate().minusDays(7);
        var child = woman("架空", "葵", "カクウ", "アオイ", lastWeek);
        assertThat(fits(child, woman("架空", "ベビー", "カクウ", "ベビー", lastWeek))).isTrue();
    }

    @Test
    void aNewbornIsKnownByTheReadingAlone() {
        var baby = woman("", "", "カクウ", "ベビー", BORN);
        assertThat(fits(baby, woman("", "", "ｶｸｳ", "ﾍﾞﾋﾞｰ", null)))
                .as("no birth date")
                .isFalse();
        assertThat(choice(List.of(known(1, baby)), claim(woman("架空", "〓", "カクウ", "ベビー", BORN), false), true)
                        .fits())
                .as("a twin is known")
                .isFalse();
    }

    @Test
    void aBoyAndAGirlBornTogetherAreTwo() {
        var boy = new Demographics("架空", "男児", "", "", BORN, "unknown", "", HOME, "", null);
        assertThat(fits(boy, new Demographics("架空", "女児", "", "", BORN, "unknown", "", HOME, "", null)))
                .isFalse();
        assertThat(fits(boy, new Demographics("架空", "ベビー", "", "", BORN, "male", "", HOME, "", null)))
                .isTrue();
        assertThat(fits(boy, new Demographics("架空", "BABY", "", "", BORN, "male", "", HOME, "", null)))
                .isTrue();
    }

    @Test
    void aSurnameThatNobodyCanReadIsNoSurname() {
        var hanako = woman("架空", "花子", "", "", BORN);
        var unread = woman("〓〓", "花子", "", "", null);
        assertThat(fits(hanako, unread)).as("the home is the same").isTrue();
        assertThat(fits(at(hanako, ""), at(unread, ""))).as("nothing else is").isFalse();
        assertThat(fits(at(hanako, ""), at(woman("〓空", "花子", "", "", null), "")))
                .isFalse();
        assertThat(fits(at(hanako, ""), at(woman("〓空", "花子", "", "", BORN), "")))
                .isTrue();
    }

    @Test
    void surnamesAloneAreNotAName() {
        var girl = woman("三浦", "", "ミウラ", "", BORN);
        var boy = new Demographics("三浦", "", "", "", BORN, "male", "", HOME, "", null);
        assertThat(fits(girl, boy)).isFalse();
        assertThat(fits(girl, woman("", "", "ﾐｳﾗ", "", null))).isFalse();
        assertThat(fits(HANAKO, woman("架空", "", "カクウ", "", null)))
                .as("of a family")
                .isFalse();
        assertThat(fits(woman("三浦", "葵", "ミウラ", "", BORN), woman("", "", "ミウラ", "", null)))
                .as("the reading of a surname")
                .isFalse();
        assertThat(fits(woman("ミウラ", "アオイ", "ミウラ", "", BORN), woman("", "", "ミウラ", "", null)))
                .isFalse();
        assertThat(fits(woman("長谷川", "", "ハセガワ", "", BORN), woman("", "", "ハセガワ", "", null)))
                .isFalse();
        assertThat(fits(woman("NGUYEN", "", "", "", BORN), woman("NGUYEN", "", "", "", null)))
                .isFalse();
        assertThat(fits(woman("架空花子", "", "", "", BORN), woman("架空花子", "", "", "", null)))
                .as("a whole name without a space")
                .isTrue();
    }

    @Test
    void afterAMarriageAGivenNameThatNobodyCanReadIsNoName() {
        var unread = woman("見本", "花〓", "ミホン", "ハナヨ", BORN);
        assertThat(fits(HANAKO, unread)).isFalse();
        assertThat(fits(HANAKO, woman("見本", "花〓", "ミホン", "ハナコ", BORN))).isTrue();
    }
}
