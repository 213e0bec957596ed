package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;
import java.util.List;

/// What a claim says of money (窓口負担と決済の要素): the card with its charges, the settlement.
final class ClaimElements {
    private ClaimElements() {}

    static void id(XmlElement element, String root, String extension) {
        element.with("root", root).with("extension", extension);
    }

    static void card(XmlElement card, CheckupClaim claim) {
        if (!claim.ticket().isEmpty()) {
            id(card.open("id"), Oids.TICKET, claim.ticket());
        }
        if (!claim.expires().isEmpty()) {
            card.open("effectiveTime").open("high").with("value", claim.expires());
        }
        for (var part : CheckupClaim.CheckupPart.values()) {
            var own = claim.charges().stream()
                    .filter(charge -> charge.part() == part)
                    .toList();
            if (!own.isEmpty()) {
                charge(card.open("chargeType" + part.element()), part, own);
            }
        }
    }

    private static void charge(XmlElement type, CheckupClaim.CheckupPart part, List<CheckupClaim.Charge> charges) {
        for (var charge : charges) {
            boolean limit = charge.type().equals("4");
            var element =
                    part != CheckupClaim.CheckupPart.DOCK ? type : type.open(limit ? "maxInsuranceLimit" : "copayment");
            element.with("code", charge.type());
            if (!charge.amount().isEmpty()) {
                element.open("amount").with("value", six(charge.amount())).with("currency", "JPY");
            } else if (!charge.rate().isEmpty()) {
                element.open("rate").with("value", six(charge.rate())).with("unit", "%");
            }
        }
    }

    /// Six digits, zeros in front.
    private static String six(String number) {
        return "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    static void settlement(XmlElement settlement, CheckupClaim claim) {
        settlement.open("claimType").with("code", claim.claimType());
        settlement.open("commissionType").with("code", claim.commissionType());
        for (var part : CheckupClaim.CheckupPart.values()) {
            for (var price : claim.prices()) {
                if (price.part() == part && part != CheckupClaim.CheckupPart.DOCK) {
                    price(settlement.open("unitPrice" + part.element()), price);
                }
            }
        }
        for (var part : CheckupClaim.CheckupPart.values()) {
            claim.charges().stream()
                    .filter(charge -> charge.part() == part
                            && part != CheckupClaim.CheckupPart.DOCK
                            && !charge.paid().isEmpty())
                    .findFirst()
                    .ifPresent(charge -> settlement
                            .open("paymentFor" + part.element())
                            .open("amount")
                            .with("value", six(charge.paid()))
                            .with("currency", "JPY"));
        }
        yen(settlement.open("unitAmount"), claim.total());
        yen(settlement.open("paymentAmount"), claim.paid());
        if (!claim.byOthers().isEmpty()) {
            yen(settlement.open("paymentByOtherProgram"), claim.byOthers());
        }
        yen(settlement.open("claimAmount"), claim.claimed());
    }

    private static void price(XmlElement element, CheckupClaim.Price price) {
        yen(element.open("amount"), price.amount());
        if (price.part() == CheckupClaim.CheckupPart.DETAIL) {
            element.open("observation").with("code", price.code());
        } else if (price.part() == CheckupClaim.CheckupPart.OTHER
                && !price.code().isEmpty()) {
            element.open("observation").with("code", price.code()).with("codeSystem", Oids.ITEMS);
        }
    }

    static void yen(XmlElement element, String amount) {
        element.with("value", amount).with("currency", "JPY");
    }
}
