package hmnet.office.issuing;

import hmnet.consent.cards.CardFigures;
import hmnet.ground.design.Preview;
import hmnet.ground.design.QrDrawing;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Sure;
import hmnet.ground.design.TypedForm;
import hmnet.ground.design.Visitor;
import hmnet.office.issuing.BatchesScreen.DesignChoice;
import hmnet.office.issuing.BatchesScreen.WaitingCard;
import hmnet.office.issuing.CheckPage.CheckScreen;
import hmnet.office.issuing.IssuePage.IssuedScreen;
import hmnet.office.issuing.PeopleScreen.CardLine;
import hmnet.office.issuing.PrintBatch.PrintedCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages about issuing, exchanging and printing cards (カード発行の下見).
public final class CardsScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate BIRTH = LocalDate.of(1948, 4, 12);

    private CardsScreens() {}

    private static Application applied() {
        return new Application("試験花子", "シケン　ハナコ", "S99.9.9", "female", "広島県見本市ひな形町1-2-3");
    }

    public static List<Screen> all() {
        return List.of(
                screen(
                        "office-card",
                        "office/issuing/office-card",
                        OfficeCardScreen.form("look", Map.of("birth", "birth", "sex", "missing"), applied())),
                screen(
                        "office-card-look",
                        "office/issuing/office-card",
                        new OfficeCardScreen(
                                null,
                                Map.of(),
                                applied(),
                                new OfficeCardScreen.IssueLook(BIRTH, 78, "シケン　ハナコ", 1, false),
                                null)),
                screen(
                        "office-card-issued",
                        "office/issuing/office-card",
                        new OfficeCardScreen(null, Map.of(), applied(), null, issued())),
                screen("issued-cards", "office/issuing/issued", new IssuedScreen(history())),
                screen(
                        "people",
                        "office/issuing/people",
                        new PeopleScreen("not-found", null, List.of(), TypedForm.NOTHING)),
                screen(
                        "people-found",
                        "office/issuing/people",
                        new PeopleScreen(
                                "missing",
                                null,
                                List.of(found()),
                                new TypedForm(Map.of("why", "name-change", "name", "架空 花子"), Map.of("kana", "kana")))),
                screen(
                        "people-sure",
                        "ground/design/sure",
                        new Sure(
                                "再発行する",
                                List.of("試験　花子", "シケン　ハナコ", "昭和23年4月12日 (1948年)"),
                                List.of("お持ちのカードはいますぐ使えなくなります。元には戻せません。", "理由: 紛失"),
                                "/office/people/reissue",
                                Map.of("ticket", "t1"),
                                "再発行する",
                                "/office/people")),
                screen("card-check", "office/issuing/check", new CheckScreen(null, true)),
                screen("exchange", "office/issuing/exchange", new ExchangeScreen("not-found", null)),
                screen(
                        "exchange-found",
                        "office/issuing/exchange",
                        new ExchangeScreen(
                                null, new ExchangeScreen.ExchangeHolder("試験　花子", "シケン　ハナコ", BIRTH, "見本市民病院", "t1"))),
                screen(
                        "batches",
                        "office/issuing/batches",
                        new BatchesScreen(
                                null,
                                List.of(
                                        new WaitingCard("1234567890123", "試験　花子", "シケン　ハナコ", 1),
                                        new WaitingCard("1234567890128", "架空　𠮷三", "カクウ　キチゾウ", 2)),
                                312,
                                List.of(new DesignChoice("standard", "標準デザイン"), new DesignChoice("team", "球団デザイン")),
                                List.of(batch(null, false), batch(2, true)))),
                screen("batch", "office/issuing/batch", new BatchScreen(null, batch(null, false), null)),
                screen(
                        "batch-differs",
                        "office/issuing/batch",
                        new BatchScreen("same-person", batch(1, false), "運用 一郎")),
                screen(
                        "disclosure-found",
                        "office/issuing/disclosure",
                        new DisclosureScreen(
                                "not-its",
                                null,
                                List.of(new DisclosureScreen.CardHospital("3410000001", "見本市民病院")),
                                List.of(new DisclosureScreen.DisclosureHolder(
                                        "試験　花子",
                                        "シケン　ハナコ",
                                        BIRTH,
                                        "t1",
                                        List.of(new DisclosureScreen.HeldCard(
                                                "K000012", "3410000001", "見本市民病院", DAY)))),
                                null)),
                screen(
                        "disclosure-registered",
                        "office/issuing/disclosure",
                        new DisclosureScreen(
                                null,
                                null,
                                List.of(),
                                List.of(),
                                new DisclosureScreen.NewHolder("試験　花子", "見本市民病院", "K000012", BIRTH))),
                screen(
                        "disclosure-no-scheme",
                        "office/issuing/disclosure",
                        new DisclosureScreen(null, "withdrawn", List.of(), List.of(), null)),
                screen(
                        "schemes",
                        "office/issuing/schemes",
                        new SchemesScreen(
                                null,
                                "added",
                                List.of(
                                        new SchemesScreen.SchemeLine(
                                                "hm",
                                                "HMカード",
                                                null,
                                                "mod11-10",
                                                null,
                                                List.of(new SchemesScreen.CardFormLine(
                                                        "printed", "(?<number>[0-9]{13})")),
                                                36_850,
                                                false),
                                        new SchemesScreen.SchemeLine(
                                                "hospital-a",
                                                "見本市民病院の開示カード",
                                                "見本市民病院",
                                                "none",
                                                DAY,
                                                List.of(
                                                        new SchemesScreen.CardFormLine("printed", "K######"),
                                                        new SchemesScreen.CardFormLine("stripe", ";{K######}=*?")),
                                                1_204,
                                                true)),
                                List.of(new SchemesScreen.SchemeHospital("3410000001", "見本市民病院")),
                                new SchemesScreen.SchemeTrial(
                                        "K000012",
                                        List.of(
                                                new SchemesScreen.RecognisedNumber(
                                                        "見本市民病院の開示カード", "K000012", DAY, false),
                                                new SchemesScreen.RecognisedNumber(
                                                        "ひな形病院の開示カード", "K000012", DAY.minusDays(1), true))),
                                new TypedForm(
                                        Map.of("word", "Hospital-B", "name", "見本の体系"),
                                        Map.of("word", "word", "printed", "shape")))),
                screen(
                        "stock",
                        "office/issuing/stock",
                        new StockScreen(
                                null,
                                "design",
                                new TypedForm(
                                        Map.of("code", "3490000034", "prefix", "84"), Map.of("prefix", "overlap")),
                                DAY,
                                List.of(new StockScreen.NumberRangeLine("見本地区医師会", "84", DAY, null, 812)),
                                List.of(new StockScreen.Organisation("3490000034", "見本地区医師会")),
                                List.of(
                                        new Stock.CardDesign("standard", "標準デザイン", DAY, null, 30_112),
                                        new Stock.CardDesign(
                                                "team", "球団デザイン", DAY.minusYears(2), DAY.minusYears(1), 4_120)))),
                new Screen(
                        "figures-cards",
                        "office/issuing/figures",
                        null,
                        "/figures/cards",
                        Map.of(
                                "page",
                                new CardFigures.Figures(
                                        Instant.EPOCH,
                                        36_850,
                                        74_749,
                                        1_204,
                                        List.of(
                                                new CardFigures.IssueMonth("2026-11", 812, 3, 96),
                                                new CardFigures.IssueMonth("2026-10", 1_044, 12, 130))))));
    }

    private static PrintBatch batch(@Nullable Integer counted, boolean closed) {
        return new PrintBatch(
                7,
                "標準デザイン",
                DAY,
                true,
                counted,
                null,
                "郵送中に紛失",
                closed,
                List.of(
                        new PrintedCard("1234567890123", "試験　花子", "シケン　ハナコ", 1, CardState.PRINTED, true),
                        new PrintedCard("1234567890128", "架空　𠮷三", "カクウ　キチゾウ", 2, CardState.HANDED_OVER, true),
                        new PrintedCard("1234567890124", "雛形　﨑子", "ヒナガタ　サキコ", 1, CardState.ORDERED, false)));
    }

    private static PeopleScreen.CardHolder found() {
        return new PeopleScreen.CardHolder("試験　花子", "シケン　ハナコ", BIRTH, true, "t1", history());
    }

    private static List<CardLine> history() {
        return List.of(
                new CardLine("試験　花子", "1234567890123", "hm", 2, DAY, "lost", true, null, null),
                new CardLine("試験　花子", "1234567890128", "hm", 1, DAY.minusYears(1), "first", false, "lost", null),
                new CardLine("試験　花子", "K000012", "disclosure", 1, DAY, "first", true, null, DAY.plusMonths(6)));
    }

    private static OfficeCardScreen.CardOnPaper issued() {
        var modules = new boolean[29][29];
        for (int y = 0; y < 29; y++) {
            for (int x = 0; x < 29; x++) {
                modules[y][x] = (x * 7 + y * 13 + x * y) % 3 == 0;
            }
        }
        return new OfficeCardScreen.CardOnPaper("試験 花子", "シケン ハナコ", DAY, "1234567890123", 1, QrDrawing.of(modules));
    }

    private static Screen screen(String name, String template, Object page) {
        Visitor visitor = Preview.OPERATOR;
        return new Screen(name, template, visitor, "/office/cards", Map.of("page", page));
    }
}
