package hmnet.office.issuing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.Card;
import hmnet.office.issuing.OfficeCardScreen.CardOnPaper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A card as it is printed at the counter (券面の描画).
@Component
class CardDrawings {
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private final Cards cards;
    private final Clock clock;

    CardDrawings(Cards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    CardOnPaper of(Card card) {
        return new CardOnPaper(
                card.holder().name(),
                card.holder().kana(),
                today(),
                card.number().value(),
                card.issue(),
                QrDrawing.of(modules(cards.qrOf(card.number()))));
    }

    private static boolean[][] modules(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var y = 0; y < dark.length; y++) {
                for (var x = 0; x < dark[y].length; x++) {
                    dark[y][x] = matrix.get(x, y);
                }
            }
            return dark;
        } catch (WriterException e) {
            throw new IllegalStateException("A card's QR text always fits", e);
        }
    }
}
