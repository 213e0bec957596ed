package hmnet.office.membership;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.design.Visitor;
import hmnet.ground.directory.Facilities.FacilityEnd;
import hmnet.ground.directory.FacilityCertificates.FacilityCertificate;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.SignInAccounts.UnusedSlip;
import hmnet.office.membership.ClosingScreen.AskedClosing;
import hmnet.office.membership.MemberScreen.AskedRenewal;
import hmnet.office.membership.MemberScreen.MemberHistoryLine;
import hmnet.office.membership.MembersScreen.ArrivalLine;
import hmnet.office.membership.MembersScreen.MemberLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The pages of people (利用者の管理の下見).
public final class MembershipScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:02:00+09:00");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final StaffAccount WORKS = new StaffAccount(
            new StaffId(41),
            new FacilityId(2),
            "mihontaro",
            "見本 太郎",
            "ミホン タロウ",
            Profession.DOCTOR,
            true,
            true,
            DAY,
            DAY.plusYears(1),
            false);
    private static final StaffAccount LEFT = new StaffAccount(
            new StaffId(42),
            new FacilityId(2),
            "reiji",
            "例示 次郎",
            "レイジ ジロウ",
            Profession.RECEPTION,
            false,
            false,
            DAY,
            DAY.plusMonths(3),
            true);

    private MembershipScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("staff", "members", Preview.OPERATOR, members()),
                screen("staff-one", "member", Preview.OPERATOR, member()),
                screen("staff-own", "member", Preview.DESK, barred()),
                screen("participation", "closing", Preview.OPERATOR, closing(false)),
                screen("participation-asked", "closing", Preview.OPERATOR, closing(true)),
                screen(
                        "staff-slip",
                        "slip",
                        Preview.DESK,
                        new SlipScreen(
                                "mihontaro",
                                "abcdefghjkmnpqrstuvw",
                                "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                                "otpauth://totp/hmnet:mihontaro?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=hmnet",
                                DAY.plusDays(14))));
    }

    private static MembersScreen members() {
        return new MembersScreen(
                "second-person",
                null,
                true,
                "見本市民病院",
                "3410000002",
                List.of(new MemberLine("/staff/41", WORKS), new MemberLine("/staff/42", LEFT)),
                List.of(new MemberLine("/staff/41", WORKS)),
                List.of(new ArrivalLine(
                        "/staff/42/move/agreement",
                        "例示 次郎",
                        "ひな形内科クリニック",
                        "見本市民病院",
                        "reiji2",
                        "reception",
                        true,
                        "転職",
                        "運用 一郎",
                        false)));
    }

    private static MemberScreen member() {
        return new MemberScreen(
                null,
                "renewal-asked",
                "/staff/41",
                "見本市民病院",
                WORKS,
                true,
                "",
                true,
                List.of("doctor", "reception"),
                new AskedRenewal("identity-card", "端末を落とした", "受付 花", AT, false),
                new UnusedSlip(DAY.plusDays(14), false),
                List.of(new MemberHistoryLine(AT, "role", "看護師 → 医師（窓口）", "資格の取得", "運用 一郎")));
    }

    private static ClosingScreen closing(boolean asked) {
        var facility = new FacilityId(2);
        return new ClosingScreen(
                asked ? "second-person" : null,
                null,
                asked
                        ? TypedForm.NOTHING
                        : new TypedForm(
                                Map.of("records", "keep", "why-0a1b2c", "鍵の交換"),
                                Map.of("day", "day", "why", "why", "why-0a1b2c", "why")),
                "/participation/3410000002",
                "見本市民病院",
                "3410000002",
                true,
                asked ? new FacilityEnd(facility, DAY.plusYears(1), true, false) : null,
                asked ? new AskedClosing(null, false, "撤回の届出", "運用 一郎", AT, false) : null,
                List.of(
                        new FacilityCertificate(
                                "0a1b2d", "7f02", AT.plusYears(1), AT, "facility:2", "0a1b2c", asked, null, ""),
                        new FacilityCertificate(
                                "0a1b2c", "7f01", AT.plusYears(1), AT, "facility:2", "0d1e2f", false, null, ""),
                        new FacilityCertificate(
                                "0d1e2f",
                                "7f00",
                                AT.plusMonths(1),
                                AT.minusYears(1),
                                "centre",
                                "",
                                false,
                                AT,
                                "鍵の紛失")));
    }

    private static MemberScreen barred() {
        return new MemberScreen(
                "own",
                null,
                "/staff/41",
                "見本市民病院",
                WORKS,
                false,
                "own",
                false,
                List.of("doctor"),
                null,
                null,
                List.of());
    }

    private static Screen screen(String name, String template, Visitor visitor, Object page) {
        return new Screen(name, "office/membership/" + template, visitor, "/staff", Map.of("page", page));
    }
}
