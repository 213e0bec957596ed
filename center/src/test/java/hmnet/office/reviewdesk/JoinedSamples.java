package hmnet.office.reviewdesk;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.office.reviewdesk.JoinedScreen.JoinEventLine;
import hmnet.office.reviewdesk.JoinedScreen.JoinLine;
import hmnet.office.reviewdesk.JoinedScreen.JoinScreen;
import hmnet.office.reviewdesk.JoinedScreen.JoinedPerson;
import hmnet.office.reviewdesk.JoinedScreen.Member;
import hmnet.office.reviewdesk.JoinedScreen.Opens;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The pages about joined persons (結合した人物の下見).
public final class JoinedSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Opens NARROW = new Opens("medicines-and-emergency", DAY.minusMonths(5), List.of("見本市民病院"));
    private static final Opens ALL = new Opens("everything", DAY, List.of("架空医科大学附属病院", "ひな形内科クリニック"));
    private static final Opens BOTH =
            new Opens("medicines-and-emergency", DAY, List.of("見本市民病院", "架空医科大学附属病院", "ひな形内科クリニック"));

    private JoinedSamples() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "joined-search",
                        "joined",
                        new JoinedScreen(
                                "nobody",
                                null,
                                List.of(new JoinedScreen.PersonChoice("/office/joined/x", "髙﨑　百合子", "タカサキ　ユリコ", DAY)),
                                List.of(new JoinedScreen.WaitingJoin(
                                        "/office/joined/x", "髙﨑　百合子", "見本　百合子", "運用 一郎", AT)),
                                null)),
                screen("joined", "joined", new JoinedScreen(null, "joined", List.of(), List.of(), found())),
                screen(
                        "joined-second",
                        "joined",
                        new JoinedScreen(
                                null,
                                null,
                                List.of(
                                        new JoinedScreen.PersonChoice(
                                                "/office/joined/a/with/x", "見本　百合子", "ミホン　ユリコ", DAY),
                                        new JoinedScreen.PersonChoice(
                                                "/office/joined/a/with/y", "見本　由利子", "ミホン　ユリコ", DAY)),
                                List.of(),
                                found())),
                screen("join", "join", before(null)),
                screen(
                        "join-second",
                        "join",
                        before(new JoinScreen.JoinProposalLine(7, "運用 一郎", "写真付きの証明書で確認", false))));
    }

    private static JoinScreen before(JoinScreen.@org.jspecify.annotations.Nullable JoinProposalLine proposal) {
        return new JoinScreen(
                proposal == null ? "why" : null,
                "/office/joined/a/with/b",
                "/office/joined/a",
                member("a", "髙﨑　百合子", false, NARROW),
                member("b", "見本　百合子", false, ALL),
                BOTH,
                "1",
                true,
                proposal);
    }

    private static JoinedPerson found() {
        return new JoinedPerson(
                "/office/joined/a",
                List.of(member("a", "髙﨑　百合子", true, NARROW), member("b", "見本　百合子", false, ALL)),
                true,
                BOTH,
                List.of(
                        new JoinLine("a", "b", "髙﨑　百合子", "見本　百合子", AT, "運用 一郎", "写真付きの証明書で確認", null),
                        new JoinLine("a", "c", "髙﨑　百合子", "見本　由利子", AT, "運用 一郎", "review 7", "/reviews/7")),
                List.of(new JoinEventLine(AT, true, "髙﨑　百合子", "見本　百合子", "運用 一郎", "写真付きの証明書で確認")));
    }

    private static Member member(String id, String name, boolean chosen, Opens alone) {
        return new Member(id, name, "タカサキ　ユリコ", LocalDate.of(1948, 4, 12), "female", 1, chosen, alone);
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(
                name, "office/reviewdesk/" + template, Preview.OPERATOR, "/office/joined", Map.of("page", page));
    }
}
