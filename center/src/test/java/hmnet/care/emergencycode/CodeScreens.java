package hmnet.care.emergencycode;

import hmnet.care.emergencycode.CodeDeskScreen.AskedEnd;
import hmnet.care.emergencycode.CodeDeskScreen.EpochLine;
import hmnet.care.emergencycode.OwnCodesScreen.OwnCodeLine;
import hmnet.care.emergencycode.OwnCodesScreen.OwnCodeScreen;
import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages of emergency codes (救急QRの下見).
public final class CodeScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final LocalDate LAST = LocalDate.of(2027, 2, 21);
    private static final UUID ID = UUID.fromString("3f2a91c4-0000-4000-8000-000000000001");
    private static final Visitor OFFICER = new Visitor("審査 花子", "事務局", "operator", Set.of(Right.OFFICE), 600);

    private CodeScreens() {}

    public static List<Screen> all() {
        return List.of(
                own("own-codes", "own", new OwnCodesScreen("ended", lines(), TypedForm.NOTHING)),
                own(
                        "own-codes-refused",
                        "own",
                        new OwnCodesScreen(
                                null,
                                List.of(),
                                new TypedForm(Map.of("months", "13"), Map.of("months", "months", "part", "part")))),
                own("own-code-draft", "own-code", code(null, "many")),
                own("own-code", "own-code", code("HME1:" + "A1".repeat(700), null)),
                desk(
                        "emergency-codes",
                        new CodeDeskScreen(
                                null,
                                new TypedForm(Map.of("number", "3F2A-91C"), Map.of("number", "number")),
                                null,
                                epochs(),
                                12,
                                20_000,
                                true,
                                null)),
                desk(
                        "emergency-codes-asked",
                        new CodeDeskScreen(
                                null,
                                TypedForm.NOTHING,
                                "asked",
                                epochs(),
                                20_000,
                                20_000,
                                false,
                                new AskedEnd("鍵が漏れたおそれ", "見本 一郎", AT, false))));
    }

    private static List<OwnCodeLine> lines() {
        return List.of(
                new OwnCodeLine(ID, "3F2A-91C4", LocalDate.of(2026, 11, 21), LAST, "counts", true, true),
                new OwnCodeLine(
                        UUID.fromString("3f2a91c4-0000-4000-8000-000000000002"),
                        "AAAA-0001",
                        LAST,
                        LAST,
                        "counts",
                        false,
                        false),
                new OwnCodeLine(
                        UUID.fromString("3f2a91c4-0000-4000-8000-000000000003"),
                        "AAAA-0002",
                        LAST,
                        LAST,
                        "key-ended",
                        true,
                        false),
                new OwnCodeLine(
                        UUID.fromString("3f2a91c4-0000-4000-8000-000000000004"),
                        "AAAA-0003",
                        LAST,
                        LAST,
                        "parted",
                        true,
                        false));
    }

    private static OwnCodeScreen code(@Nullable String text, @Nullable String problem) {
        return new OwnCodeScreen(
                ID,
                "3F2A-91C4",
                CodeSamples.words(),
                text == null ? null : AT.toLocalDate(),
                LAST,
                text == null ? null : new CodePicture(text).drawing(),
                problem);
    }

    private static List<EpochLine> epochs() {
        return List.of(new EpochLine(2, "a1028907abc1c3f8", AT, null), new EpochLine(1, "0028907abc1c3f8a", AT, AT));
    }

    private static Screen own(String name, String template, Object page) {
        return new Screen(
                name,
                "care/emergencycode/" + template,
                null,
                "/my/emergency-code",
                Map.of("whose", OwnScreens.OWN, "page", page));
    }

    private static Screen desk(String name, Object page) {
        return new Screen(name, "care/emergencycode/desk", OFFICER, "/office/emergency-codes", Map.of("page", page));
    }
}
