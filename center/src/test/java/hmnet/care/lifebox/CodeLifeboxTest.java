package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The emergency code and the paper say what stands in the life box, and when they are older than it.
class CodeLifeboxTest extends LifeboxWard {
    private static final String CODES = "/my/emergency-code";

    private String drafted(String parts) {
        return leads(resident.post(CODES, Map.of("months", "3", "part", parts)));
    }

    private String words(String parts) {
        return resident.get(drafted(parts)).body();
    }

    private void somebodyToBeCalled(String phone, String wish) {
        signed(
                "wish-known=", "yes",
                "wish-not", wish,
                "contact-known=", "yes",
                "contact-name", "架空 花子",
                "contact-relation", "長女",
                "contact-phone", phone,
                "show=", "nothing");
    }

    @Test
    void wishesAndContactsStandInACodeOnlyIfSheChoosesThemAndSilenceIsNotNone() {
        assertThat(words("name,wishes,contacts")).contains("命の宝箱に書かれていません", "無いことを意味しません");
        somebodyToBeCalled("090-0000-0001", "人工呼吸器はつけないでください");
        assertThat(words("name,wishes,contacts"))
                .contains("人工呼吸器はつけないでください", "医師の指示ではない", "架空 花子、長女、090-0000-0001", "本人が記入")
                .doesNotContain("書いておきたい希望", "連絡してほしい人");
        assertThat(words("name,medicines")).doesNotContain("人工呼吸器", "090-0000-0001");
        assertThat(resident.get(CODES).body())
                .contains("value=\"medicines\" checked", "value=\"wishes\"", "value=\"contacts\"")
                .doesNotContain("value=\"wishes\" checked", "value=\"contacts\" checked");
    }

    @Test
    void aWishThatDoesNotFitIsNeverCut() {
        somebodyToBeCalled("090-0000-0001", "心臓マッサージをしてほしい。".repeat(20) + "ただし人工呼吸器は望みません。");
        assertThat(words("name,wishes")).contains("長いため QR に入りません").doesNotContain("心臓マッサージ");
    }

    @Test
    void thePaperBearsTheCodeAndBothPagesSayWhenTheBoxChangedSince() {
        somebodyToBeCalled("090-0000-0001", "人工呼吸器はつけないでください");
        assertThat(page()).doesNotContain("own-code-qr");
        var code = drafted("name,contacts");
        assertThat(leads(resident.post(code, Map.of()))).isEqualTo(code);
        assertThat(page()).contains("own-code-qr", "この紙は", "最後の署名").doesNotContain("書き直す前に作られました");
        assertThat(resident.get(CODES).body()).doesNotContain("書き直す前の QR");
        somebodyToBeCalled("090-0000-0002", "人工呼吸器はつけないでください");
        assertThat(page()).contains("書き直す前に作られました");
        assertThat(resident.get(CODES).body()).contains("書き直す前の QR");
    }

    @Test
    void aCodeWithoutWordsOfTheBoxIsNotOldWhenTheBoxChanges() {
        var code = drafted("name,medicines");
        resident.post(code, Map.of());
        somebodyToBeCalled("090-0000-0001", "人工呼吸器はつけないでください");
        assertThat(resident.get(CODES).body()).doesNotContain("書き直す前の QR");
    }
}
