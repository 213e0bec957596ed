package hmnet.office.setup;

import hmnet.care.lifebox.WrittenBox;
import hmnet.ground.directory.ResidentCaller;
import org.springframework.stereotype.Component;

/// The life box of the invented resident with the letter (実演用の命の宝箱).
@Component
class DemoLifebox {
    private final WrittenBox box;

    DemoLifebox(WrittenBox box) {
        this.box = box;
    }

    void write(ResidentCaller resident) {
        box.sign(
                resident,
                "allergy-known=",
                "yes",
                "allergy-text",
                "ソバで息が苦しくなった（見本）",
                "device-known=",
                "none",
                "wish-known=",
                "yes",
                "wish-want",
                "できるだけ家で過ごしたい。家族と話せるうちは治療も受けたい（見本）",
                "wish-not",
                "意識が戻らないと分かったら、機械だけで生かすことは望まない（見本）",
                "wish-speaker",
                "見本 太郎（長男）090-0000-0000",
                "wish-with",
                "家族、かかりつけの医師",
                "contact-known=",
                "yes",
                "contact-name",
                "見本 太郎",
                "contact-relation",
                "長男",
                "contact-phone",
                "090-0000-0000",
                "self-hearing",
                "左の耳が聞こえにくい",
                "show=",
                "all");
    }
}
