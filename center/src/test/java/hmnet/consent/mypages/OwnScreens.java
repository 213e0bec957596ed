package hmnet.consent.mypages;

import hmnet.consent.mypages.OwnConsentScreen.OwnDenial;
import hmnet.consent.mypages.OwnNoticesPage.OwnNoticeLine;
import hmnet.consent.mypages.OwnNoticesPage.OwnNoticesScreen;
import hmnet.consent.mypages.OwnTiesScreen.OwnTie;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Sure;
import hmnet.witness.log.SignedReceipt.ReceiptCheck;
import hmnet.witness.log.SignedReceipt.ReceiptVerdict;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages of a resident (わたしのページの下見).
public final class OwnScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T10:15:00+09:00");

    private static final ConsentNotice NOTICE = new ConsentNotice(
            "2027-04",
            "地域医療情報連携ネットワークのご説明",
            "参加する施設に、介護の事業所が加わりました。\nだれがいつ見たかは、これまでどおり、わたしのページで確かめられます。",
            LocalDate.of(2027, 4, 1),
            true);
    /// On one's own page.
    public static final OwnWhose OWN = new OwnWhose("見本　花子", "own", true, true, true, null, true);
    private static final OwnWhose OTHER =
            new OwnWhose("見本　つぼみ", "7", true, true, true, LocalDate.of(2029, 3, 3), false);

    private OwnScreens() {}

    public static List<Screen> all() {
        return List.of(
                new Screen("own-home", "consent/mypages/home", null, "/my", Map.of("whose", OWN, "unread", 2L)),
                notices(),
                log("own-log", List.of(opened(), emergency(), refused(), own(), proxy())),
                log("own-log-empty", List.of()),
                receipt("own-receipt", null),
                receipt(
                        "own-receipt-genuine",
                        new ReceiptCheck(
                                ReceiptVerdict.GENUINE,
                                OwnLogWords.of(opened(), Messages.in(Language.JAPANESE))
                                        .all(),
                                12_344,
                                12_500,
                                List.of("witness-of-the-association"))),
                receipt("own-receipt-changed", new ReceiptCheck(ReceiptVerdict.CHANGED, List.of(), -1, -1, List.of())),
                consent(
                        "own-consent",
                        new OwnConsentScreen(
                                "given",
                                LocalDate.of(2026, 4, 1),
                                "everything",
                                List.of(facility(), kinds()),
                                false,
                                AT,
                                "given",
                                NOTICE,
                                true)),
                consent(
                        "own-consent-withdrawn",
                        new OwnConsentScreen(
                                "withdrawn",
                                LocalDate.of(2026, 11, 20),
                                null,
                                List.of(),
                                true,
                                null,
                                null,
                                null,
                                false)),
                new Screen(
                        "own-consent-sure",
                        "ground/design/sure",
                        null,
                        "/my/consent/withdrawal",
                        Map.of("home", "/my", "page", sure())),
                facilities("own-facilities", List.of(tie(false), tie(true))),
                facilities("own-facilities-none", List.of()));
    }

    private static Screen receipt(String name, @Nullable ReceiptCheck check) {
        return new Screen(
                name,
                "consent/mypages/receipt",
                null,
                "/my/receipt",
                Map.of(
                        "page",
                        new ReceiptCheckScreen(
                                "",
                                check,
                                "hmnet+1a2b3c4d+AdummyKeyThatIsLongEnoughToWrapOnAPhone0000000000000",
                                List.of())));
    }

    private static Screen log(String name, List<OwnLogLine> lines) {
        return new Screen(
                name,
                "consent/mypages/log",
                null,
                "/my/log",
                Map.of(
                        "whose",
                        OTHER,
                        "page",
                        new OwnLogScreen(lines, lines.isEmpty() ? null : "/my/log?before=x", null)));
    }

    private static Screen consent(String name, OwnConsentScreen page) {
        return new Screen(name, "consent/mypages/consent", null, "/my/consent", Map.of("whose", OTHER, "page", page));
    }

    private static Screen notices() {
        var at = OffsetDateTime.of(2026, 11, 23, 21, 40, 0, 0, ZoneOffset.ofHours(9));
        var lines = Stream.of(ResidentNoticeKind.values())
                .map(kind ->
                        new OwnNoticeLine(kind.word(), "ひな形内科クリニック", at, kind == ResidentNoticeKind.EMERGENCY_OPENED))
                .toList();
        return new Screen(
                "own-notices",
                "consent/mypages/notices",
                null,
                "/my/notices",
                Map.of("whose", OWN, "page", new OwnNoticesScreen(lines, 12, 4, false)));
    }

    private static Screen facilities(String name, List<OwnTie> ties) {
        return new Screen(
                name,
                "consent/mypages/facilities",
                null,
                "/my/facilities",
                Map.of("whose", OWN, "page", new OwnTiesScreen(ties, ties.isEmpty() ? "ended" : "linked")));
    }

    private static OwnLogLine opened() {
        return line("ひな形内科クリニック", "doctor", "opened", "summary", "treat", null, "given");
    }

    private static OwnLogLine emergency() {
        return line("架空消防本部", "paramedic", "opened", "emergency", "btg", null, "none");
    }

    private static OwnLogLine refused() {
        return line("見本調剤薬局", "pharmacist", "refused", null, "treat", "not-known", "given");
    }

    private static OwnLogLine own() {
        return line("", "resident", "signed-in", null, null, null, null);
    }

    private static OwnLogLine proxy() {
        return line("見本　花子", "proxy", "proxy-looked", null, null, null, null);
    }

    private static OwnLogLine line(
            String facility,
            String who,
            String act,
            @Nullable String view,
            @Nullable String purpose,
            @Nullable String refused,
            @Nullable String consent) {
        return new OwnLogLine(
                UUID.randomUUID(),
                AT,
                facility,
                who,
                act,
                view,
                purpose,
                refused,
                consent,
                consent == null ? null : AT.minusMonths(6),
                true,
                "btg".equals(purpose) ? "break-glass" : null,
                null);
    }

    private static OwnDenial facility() {
        return new OwnDenial(
                List.of("見本調剤薬局"),
                false,
                false,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of("patrqt"),
                null,
                null,
                AT.plusYears(1));
    }

    private static OwnDenial kinds() {
        return new OwnDenial(
                List.of(),
                false,
                false,
                List.of("clinic", "dental"),
                "見本市民病院",
                List.of("DIAGNOSIS", "LABORATORY"),
                List.of("PSYCHIATRY", "HIV"),
                List.of(),
                LocalDate.of(2024, 4, 1),
                LocalDate.of(2025, 3, 31),
                null);
    }

    private static OwnTie tie(boolean own) {
        return new OwnTie(own ? 2 : 1, own ? "見本市民病院" : "ひな形内科クリニック", AT, AT.plusMonths(13), "card", own);
    }

    private static Sure sure() {
        return new Sure(
                "同意を終える",
                List.of("あなたの同意"),
                List.of("登録した時から、どの施設の職員も開けなくなります。"),
                "/my/consent/withdrawal",
                Map.of(),
                "同意を終える（いますぐ）",
                "/my/consent");
    }
}
