package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.util.List;

/// Writes the claim for a check-up, index and summary (決済・索引・集計XMLの書き出し), in the namespace of
/// either period.
final class ClaimWriter {
    private final String namespace;

    /// @param namespace `KenshinFile.OLD` or `KenshinFile.NEW`
    public ClaimWriter(String namespace) {
        this.namespace = namespace;
    }

    private XmlElement root(String name, String schema) {
        return XmlElement.of(name)
                .with("xmlns", namespace)
                .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .with("xsi:schemaLocation", namespace + " " + schema);
    }

    /// @throws IllegalArgumentException when something is missing that the standard demands
    public byte[] claim(CheckupClaim claim) {
        KenshinWriter.demand(claim.institution().matches("[0-9]{10}"), "the institution's number");
        KenshinWriter.demand(claim.examinee().postalCode().matches("[0-9]{3}-[0-9]{4}"), "the postal code");
        var root = root("checkupClaim", "../XSD/cc08_V08.xsd");
        root.open("encounter").open("serviceEventType").with("code", claim.serviceEvent());
        person(root.open("subjectPerson"), claim);
        card(root.open("checkupCard"), claim);
        settlement(root.open("settlement"), claim);
        return XmlText.of(root);
    }

    private void person(XmlElement person, CheckupClaim claim) {
        var who = claim.examinee();
        id(person.open("performerOrganization").open("id"), Oids.INSTITUTION, claim.institution());
        var insurance = person.open("insuranceCard");
        id(insurance.open("insurerNumber"), Oids.INSURER, who.insurer());
        if (!who.symbol().isEmpty()) {
            id(insurance.open("symbol"), Oids.SYMBOL, who.symbol());
        }
        id(insurance.open("number"), Oids.NUMBER, who.number());
        if (who.branch().matches("[0-9]{2}") && namespace.equals(KenshinFile.NEW)) {
            id(insurance.open("branchCode"), Oids.BRANCH, who.branch());
        }
        person.open("name").add(who.kana());
        var address = person.open("addr");
        address.open("postalCode").add(who.postalCode());
        address.add(who.address());
        person.open("birthTime").with("value", who.birthDate());
        person.open("administrativeGender").with("code", who.sex());
    }

    private static void id(XmlElement element, String root, String extension) {
        element.with("root", root).with("extension", extension);
    }

    private static void card(XmlElement card, CheckupClaim claim) {
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

    private static void settlement(XmlElement settlement, CheckupClaim claim) {
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

    private static void yen(XmlElement element, String amount) {
        element.with("value", amount).with("currency", "JPY");
    }

    /// @param records how many files of results
    public byte[] index(Totals totals, int records) {
        var root = root("index", "./XSD/ix08_V08.xsd");
        root.open("interactionType").with("code", totals.interaction());
        root.open("creationTime").with("value", totals.created());
        id(root.open("sender").open("id"), totals.senderRoot(), totals.sender());
        if (!totals.receiver().isEmpty()) {
            id(root.open("receiver").open("id"), totals.receiverRoot(), totals.receiver());
        }
        root.open("serviceEventType").with("code", totals.serviceEvent());
        root.open("totalRecordCount").with("value", String.valueOf(records));
        return XmlText.of(root);
    }

    public byte[] summary(Totals totals, List<CheckupClaim> claims) {
        var root = root("summary", "./XSD/su08_V08.xsd");
        root.open("serviceEventType").with("code", totals.serviceEvent());
        root.open("totalSubjectCount").with("value", String.valueOf(claims.size()));
        yen(
                root.open("totalCostAmount"),
                sum(claims.stream().map(CheckupClaim::total).toList()));
        yen(
                root.open("totalPaymentAmount"),
                sum(claims.stream().map(CheckupClaim::paid).toList()));
        yen(
                root.open("totalPaymentByOtherProgram"),
                sum(claims.stream().map(CheckupClaim::byOthers).toList()));
        yen(
                root.open("totalClaimAmount"),
                sum(claims.stream().map(CheckupClaim::claimed).toList()));
        return XmlText.of(root);
    }

    private static String sum(List<String> amounts) {
        return String.valueOf(amounts.stream().mapToLong(KenshinArchive::yen).sum());
    }
}
