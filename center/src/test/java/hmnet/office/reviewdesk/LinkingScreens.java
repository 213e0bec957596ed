package hmnet.office.reviewdesk;

import hmnet.consent.consents.ConsentState;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.office.incidents.IncidentListScreen;
import hmnet.office.incidents.IncidentScreen;
import hmnet.office.incidents.ReportDuty;
import hmnet.office.incidents.Step;
import hmnet.office.patientlist.PatientList;
import hmnet.office.patientlist.PatientListScreen;
import hmnet.office.reviewdesk.PairScreen.ChartLine;
import hmnet.office.reviewdesk.PairScreen.FieldComparison;
import hmnet.office.reviewdesk.PairScreen.PairParty;
import hmnet.office.reviewdesk.PairScreen.PairProposal;
import hmnet.people.arrivals.ReviewFigures.Open;
import hmnet.people.arrivals.ReviewReason;
import hmnet.people.links.LinkSource;
import hmnet.people.links.ReviewState;
import hmnet.people.matching.Demographics;
import hmnet.people.matching.Evidence;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The desks of this module with invented people (名寄せの窓口の下見).
public final class LinkingScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T14:05:00+09:00");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> KINDS =
            Arrays.stream(ReviewReason.values()).map(ReviewReason::name).toList();

    private LinkingScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("reviews", "reviewdesk/reviews", Preview.OPERATOR, queue("waiting")),
                screen("reviews-second", "reviewdesk/reviews", Preview.OPERATOR, queue("second")),
                screen("reviews-decided", "reviewdesk/reviews", Preview.OPERATOR, queue("decided")),
                screen("pair", "reviewdesk/pair", Preview.OPERATOR, pair()),
                screen("pair-second", "reviewdesk/pair", Preview.OPERATOR, pairForASecond()),
                screen("figures", "reviewdesk/figures", Preview.OPERATOR, figures()),
                screen("links-search", "reviewdesk/links", Preview.OPERATOR, new LinksScreen("nobody", null, null)),
                screen("links", "reviewdesk/links", Preview.OPERATOR, new LinksScreen(null, links(), null)),
                screen("incidents", "incidents/incidents", Preview.OPERATOR, incidents()),
                screen("incident", "incidents/incident", Preview.OPERATOR, incident()),
                screen("patients", "patientlist/patients", Preview.DESK, patients(true)),
                screen("patients-closed", "patientlist/patients", Preview.DESK, patients(false)));
    }

    private static Screen screen(String name, String template, Visitor visitor, Object page) {
        return new Screen("linking-" + name, "office/" + template, visitor, "/reviews", Map.of("page", page));
    }

    private static ReviewScreen queue(String tab) {
        return new ReviewScreen(
                "same",
                41L,
                tab,
                "",
                "",
                KINDS,
                List.of(
                        new ReviewScreen.ReviewFacility("1", "見本市民病院"),
                        new ReviewScreen.ReviewFacility("2", "架空医科大学附属病院")),
                87,
                2,
                List.of(
                        new ReviewScreen.ReviewLine(
                                "/x",
                                42,
                                "CONTRADICTION",
                                3,
                                false,
                                0,
                                "見本市民病院 0012345",
                                "架空医科大学附属病院 778899",
                                null,
                                false),
                        new ReviewScreen.ReviewLine("/x", 43, "PERSONS", 97, false, 2, "", "", "運用 二郎", false),
                        new ReviewScreen.ReviewLine(
                                "/x", 44, "LIKELY", 88, true, 12, "見本市民病院 0012399", "", null, false)),
                tab.equals("second")
                        ? List.of(new ReviewScreen.DecidedReviewLine(41, "LIKELY", true, AT, "運用 一郎", "運用 二郎", false))
                        : List.of(),
                List.of(
                        new ReviewScreen.DecidedReviewLine(41, "LIKELY", true, AT, "運用 一郎", "運用 二郎", false),
                        new ReviewScreen.DecidedReviewLine(
                                40, "CROSSED", false, AT.minusHours(2), "運用 二郎", null, false)),
                "/reviews?after=x",
                true);
    }

    private static Demographics said(String name, String kana, String birth, String address, String phone) {
        return new Demographics("", "", "", name, kana, "female", birth, "730-0011", address, phone, "", "", "", "");
    }

    private static List<FieldComparison> lines() {
        return FieldComparison.of(
                said("髙﨑　百合子", "タカサキ　ユリコ", "19480412", "見本県見本市青葉町1丁目2番3号", "000-123-4567"),
                said("高崎　由合子", "タカサキ　ユリコ", "19480421", "見本県見本市青葉町一丁目2-3", ""),
                Messages.in(Language.JAPANESE));
    }

    private static final List<Evidence> EVIDENCE = List.of(
            new Evidence("住所", "一致", 8.2),
            new Evidence("生年月日", "1桁違い・入れ替わり", 4.1),
            new Evidence("名", "漢字が1字違い・よみ一致", 2.6),
            new Evidence("姓", "漢字一致・よみ一致", 6.9),
            new Evidence("性別", "一致", 0.9));

    private static PairScreen pair() {
        var here = new ChartLine("見本市民病院", "0012345", "髙﨑　百合子", AT.minusDays(40), "desk");
        var there = new ChartLine("架空医科大学附属病院", "778899", "高崎　由合子", null, "");
        return new PairScreen(
                "different",
                41L,
                "kind=&facility=",
                42,
                "LIKELY",
                ReviewState.OPEN,
                true,
                3,
                88,
                "1",
                lines(),
                EVIDENCE,
                new PairParty(here, "/office/links/x", List.of(here, new ChartLine(null, "", "髙﨑　百合子", null, ""))),
                new PairParty(there, null, List.of()),
                "link",
                "stay",
                false,
                List.of(),
                null,
                List.of(),
                "/reviews/43",
                "/reviews/41");
    }

    private static PairScreen pairForASecond() {
        var pair = pair();
        return new PairScreen(
                null,
                null,
                pair.query(),
                44,
                "PERSONS",
                ReviewState.OPEN,
                true,
                0,
                99,
                "1",
                pair.lines(),
                EVIDENCE,
                pair.one(),
                pair.other(),
                "join",
                "stay",
                false,
                List.of("PERSONS", "CARDS", "CONSENTS"),
                new PairProposal("運用 二郎", "SAME", AT, "open", null, false),
                List.of(new PairProposal("運用 三郎", "SAME", AT.minusDays(3), "differed", "運用 四郎", false)),
                null,
                null);
    }

    private static FiguresScreen figures() {
        var since = TODAY.minusDays(29);
        return new FiguresScreen(
                since,
                List.of(new Open(ReviewReason.CONTRADICTION, 1, 2, 0, 0), new Open(ReviewReason.LIKELY, 30, 41, 12, 1)),
                IntStream.range(0, 30)
                        .mapToObj(n ->
                                new FiguresScreen.Day(since.plusDays(n), n % 7 * 5L, n % 5 * 2L, n % 9 == 0 ? 1 : 0))
                        .toList(),
                List.of(
                        new FiguresScreen.ReviewerFigures("運用 一郎", 120, 44, 9, 2),
                        new FiguresScreen.ReviewerFigures("運用 二郎", 88, 51, 0, 1)),
                208,
                95,
                9,
                3,
                51_204,
                List.of(
                        new FiguresScreen.LinkSourceFigure("desk", 120_400),
                        new FiguresScreen.LinkSourceFigure("matcher", 1_730_022)));
    }

    private static LinksScreen.PersonLinks links() {
        return new LinksScreen.PersonLinks(
                "/office/links/x",
                "試験　花子",
                "シケン　ハナコ",
                LocalDate.of(1948, 4, 12),
                "female",
                TODAY,
                List.of(
                        new LinksScreen.LinkedChart(
                                "1",
                                "見本市民病院",
                                "0012345",
                                "試験　花子",
                                "シケン　ハナコ",
                                LocalDate.of(1948, 4, 12),
                                AT.minusDays(100),
                                LinkSource.DESK,
                                "受付 花",
                                List.of()),
                        new LinksScreen.LinkedChart(
                                "2",
                                "架空医科大学附属病院",
                                "778899",
                                "試験　華子",
                                "シケン　ハナコ",
                                null,
                                AT.minusDays(3),
                                LinkSource.MATCHER,
                                null,
                                EVIDENCE.stream().map(Evidence::words).toList())),
                List.of(
                        new LinksScreen.LinkEventLine(
                                AT.minusDays(3), "link", "架空医科大学附属病院", "778899", null, LinkSource.MATCHER),
                        new LinksScreen.LinkEventLine(
                                AT.minusDays(100), "link", "見本市民病院", "0012345", "受付 花", LinkSource.DESK)));
    }

    private static IncidentListScreen incidents() {
        return new IncidentListScreen(
                false,
                TODAY,
                List.of(
                        new IncidentListScreen.IncidentLine(
                                7,
                                "架空医科大学附属病院",
                                AT.minusDays(8),
                                new ReportDuty(TODAY.minusDays(8)),
                                3,
                                List.of("DUTY", "PERSON_TOLD", "OTHER_TOLD"),
                                null),
                        new IncidentListScreen.IncidentLine(
                                8, "見本市民病院", AT, new ReportDuty(TODAY), 0, List.of(), null)));
    }

    private static IncidentScreen incident() {
        return new IncidentScreen(
                7,
                null,
                new IncidentScreen.AffectedPerson("試験　花子", LocalDate.of(1948, 4, 12), "/office/links/x", AT),
                new IncidentScreen.AffectedPerson(null, null, null, null),
                "架空医科大学附属病院",
                "778899",
                AT.minusDays(9),
                AT,
                TODAY,
                "同姓同名の方のカルテと、病院から電話がありました。",
                "運用 一郎",
                AT,
                new ReportDuty(TODAY.minusDays(1)),
                List.of(
                        new IncidentScreen.ViewerLine(
                                "ひな形内科クリニック",
                                "000-111-2222",
                                "doctor",
                                "見本　太郎",
                                List.of(RecordKind.PRESCRIPTION, RecordKind.LABORATORY),
                                AT.minusDays(2),
                                AT),
                        new IncidentScreen.ViewerLine(
                                "例示薬局", "000-333-4444", "pharmacist", "例示　花", List.of(), AT.minusDays(1), null)),
                List.of(new IncidentScreen.DownloadLine(AT.minusDays(1), "受付 花", 12_345)),
                List.of(new IncidentScreen.MachineAnswerLine(AT.minusDays(2), "例示薬局")),
                List.of(
                        new IncidentScreen.StepLine("opened", "同姓同名の方のカルテと、病院から電話がありました。", "運用 一郎", AT),
                        new IncidentScreen.StepLine("person-told", "電話でご本人に説明しました。", "運用 一郎", AT)),
                List.of("DUTY", "OTHER_TOLD"),
                Arrays.stream(Step.values())
                        .filter(step -> Step.written(step.word()).isPresent())
                        .map(Step::word)
                        .toList(),
                null,
                "運用 一郎",
                null,
                null);
    }

    private static PatientListScreen patients(boolean open) {
        return new PatientListScreen(
                "見本市民病院",
                open,
                null,
                "シケ",
                "all",
                Arrays.stream(PatientList.PatientListFilter.values())
                        .map(PatientList.PatientListFilter::word)
                        .toList(),
                312_040,
                List.of(
                        new PatientListScreen.PatientListLine(
                                "0012345",
                                "試験　花子",
                                "シケン　ハナコ",
                                LocalDate.of(1948, 4, 12),
                                "female",
                                LinkSource.DESK,
                                true,
                                ConsentState.GIVEN,
                                TODAY.minusDays(3)),
                        new PatientListScreen.PatientListLine(
                                "0012399", "試験　次郎", "シケン　ジロウ", null, "male", null, false, ConsentState.NONE, null)),
                "/patients?after=x",
                true);
    }
}
