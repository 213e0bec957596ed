package hmnet.office.noticedesk;

import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.notices.ConsentNotices.WaitingNotice;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.office.noticedesk.NoticesScreen.NoticeLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Versions of the notice and the wall they hang on (説明の版の下見).
public final class NoticeScreens {
    private static final ConsentNotice NOW = new ConsentNotice(
            ConsentNotice.FIRST,
            "地域医療情報連携ネットワークのご説明",
            "診療を担当する施設が、診療に必要な情報を見られるようにするものです。\n同意はいつでもやめられ、やめるとすぐに開けなくなります。",
            LocalDate.of(2026, 4, 1),
            false);
    private static final ConsentNotice NEXT = new ConsentNotice(
            "2027-04", "地域医療情報連携ネットワークのご説明（介護の追加）", "参加する施設に、介護の事業所が加わりました。", LocalDate.of(2027, 4, 1), true);

    private NoticeScreens() {}

    public static List<Screen> all() {
        return List.of(
                notices(
                        "notices",
                        List.of(new WaitingNotice(NEXT, false)),
                        new TypedForm(
                                Map.of("version", "2027/04", "words", "", "title", "ご説明", "from", "", "anew", "yes"),
                                Map.of("version", "version", "words", "words", "from", "from")),
                        null),
                notices("notices-own", List.of(new WaitingNotice(NEXT, true)), TypedForm.NOTHING, "proposed"),
                posted(
                        "posted-notice",
                        Map.of("notice", NOW, "facility", "見本市民病院", "today", LocalDate.of(2026, 11, 21))),
                posted(
                        "posted-notice-done",
                        Map.of(
                                "notice",
                                NOW,
                                "facility",
                                "見本市民病院",
                                "today",
                                LocalDate.of(2026, 11, 21),
                                "posted",
                                LocalDate.of(2026, 4, 3))));
    }

    private static Screen notices(String name, List<WaitingNotice> waiting, TypedForm form, @Nullable String done) {
        var page = new NoticesScreen(
                NOW,
                List.of(new NoticeLine(NOW, 1_203_456, true)),
                waiting,
                1_215_801,
                1_203_456,
                12_345,
                List.of("見本診療所", "架空医科大学附属病院"),
                form,
                null,
                done);
        return new Screen(name, "office/noticedesk/notices", Preview.OPERATOR, "/office/notices", Map.of("page", page));
    }

    private static Screen posted(String name, Map<String, Object> model) {
        return new Screen(name, "office/noticedesk/posted", Preview.DESK, "/desk/notice", model);
    }
}
