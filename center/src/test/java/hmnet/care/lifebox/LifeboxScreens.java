package hmnet.care.lifebox;

import hmnet.care.lifebox.OwnBoxScreen.EarlierBox;
import hmnet.care.lifebox.OwnBoxScreen.EarlierBoxScreen;
import hmnet.care.viewer.ChartFrame;
import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.design.QrDrawing;
import hmnet.ground.design.Screen;
import hmnet.record.answers.AnswerCheck;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.DifferentAnswer;
import hmnet.record.forms.SheetScreens;
import hmnet.record.forms.ShownSheet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The life box of an invented resident (命の宝箱の下見).
public final class LifeboxScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T10:15:00+09:00");
    private static final Messages JAPANESE = Messages.in(Language.JAPANESE);
    private static final UUID ID = UUID.fromString("5f2a91c4-0000-4000-8000-000000000001");

    private LifeboxScreens() {}

    public static List<Screen> all() {
        return List.of(
                own("own-lifebox", own(box(null), null, "signed", true)),
                own("own-lifebox-proposed", own(null, box("見本薬局"), null, false)),
                own("own-lifebox-empty", own(null, null, "gone", false)),
                of("own-lifebox-before", "before", new EarlierBoxScreen(box(null))),
                of("own-lifebox-fill", "fill", fill(2, null, List.of())),
                of("own-lifebox-late", "fill", fill(5, "amended", List.of(new DifferentAnswer("続柄", "長女", "次女")))));
    }

    /// In a chart, for staff.
    public static List<Screen> inChart(ChartFrame chart) {
        return List.of(
                chart("lifebox", new ChartBoxScreen(chart, "paper", box(null), null, false, 3)),
                chart("lifebox-proposed", new ChartBoxScreen(chart, "paper-missing", null, box("見本薬局"), true, 3)),
                chart("lifebox-none", new ChartBoxScreen(chart, null, null, null, false, 0)));
    }

    /// What a crew reads of it.
    public static ShownBox first() {
        var box = box(null);
        return new ShownBox(
                box.id(),
                box.author(),
                box.facility(),
                box.signedAt(),
                box.reviewedAt(),
                true,
                box.sections().stream()
                        .filter(one -> one.answered() && one.crews())
                        .toList());
    }

    private static FilledSheet filled() {
        return SheetScreens.lifebox(sheet -> LifeboxFields.of(
                sheet,
                "allergy-known=",
                "yes",
                "allergy-text",
                "セフェム系の抗生物質で全身にじんましん（2019年）",
                "disease-known=",
                "yes",
                "disease-text",
                "狭心症（2021年、見本市民病院でステント）",
                "medicine-known=",
                "none",
                "device-known=",
                "yes",
                "device-kind=",
                "stent",
                "blood-abo=",
                "a",
                "wish-known=",
                "yes",
                "wish-want",
                "苦しくないようにしてほしい。家に帰りたい。",
                "wish-not",
                "回復の見込みがないときの人工呼吸器",
                "wish-speaker",
                "見本 桜（長女）090-0000-0001",
                "wish-day",
                "2026-10-01",
                "wish-with",
                "長女、見本医師",
                "contact-known=",
                "yes",
                "contact-name",
                "見本 桜",
                "contact-relation",
                "長女",
                "contact-phone",
                "090-0000-0001",
                "doctor-clinic",
                "見本内科医院 見本 一郎",
                "self-hearing",
                "右の耳が遠い",
                "show=",
                "all"));
    }

    private static ShownBox box(@Nullable String facility) {
        return new ShownBox(
                ID,
                facility == null ? "本人" : "見本 次郎（薬剤師・見本薬局）",
                facility,
                AT,
                facility == null ? AT.plusDays(3) : null,
                false,
                BoxDrawing.sections(filled(), section -> section != BoxSection.DOCTOR, JAPANESE)
                        .toList());
    }

    private static OwnBoxScreen own(
            @Nullable ShownBox standing, @Nullable ShownBox proposal, @Nullable String told, boolean due) {
        var dark = new boolean[21][21];
        dark[3][4] = true;
        return new OwnBoxScreen(
                told,
                standing,
                proposal,
                proposal != null,
                due,
                List.of(new EarlierBox(ID, AT.minusMonths(3), "代理人")),
                new CodeOnPaper("3F2A-91C4", QrDrawing.of(dark), LocalDate.of(2027, 2, 28), due),
                AT.plusDays(5));
    }

    private static OwnFillScreen fill(int step, @Nullable String unsigned, List<DifferentAnswer> meanwhile) {
        var filling = SheetFilling.of(filled(), Prefill.NONE);
        var problems = AnswerCheck.of(FilledSheet.empty(filling.filled().sheet()), filling.asked(), true, AT);
        return new OwnFillScreen(
                ID,
                3,
                AT,
                ShownSheet.page(filling, step, problems, JAPANESE),
                ShownSheet.problems(filling, problems, JAPANESE),
                unsigned,
                unsigned == null ? null : ID,
                meanwhile);
    }

    private static Screen own(String name, OwnBoxScreen page) {
        return of(name, "own", page);
    }

    private static Screen of(String name, String template, Object page) {
        return new Screen(
                name, "care/lifebox/" + template, null, "/my/lifebox", Map.of("page", page, "whose", OwnScreens.OWN));
    }

    private static Screen chart(String name, ChartBoxScreen page) {
        return new Screen(
                name, "care/lifebox/chart", Preview.DOCTOR, page.chart().path() + "/lifebox", Map.of("page", page));
    }
}
