package hmnet.formats.uke;

import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Sheet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one receipt says of its patient (レセプトの記載).
final class ReceiptSheet {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMM'01000000'");

    private ReceiptSheet() {}

    static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay().atOffset(JAPAN);
    }

    /// @param nth which of the receipts with the same source it is in its file, from 1
    static Sheet of(Receipt receipt, int nth) {
        var source = source(receipt);
        return sheet(receipt, nth == 1 ? source : source + "/" + nth);
    }

    private static Sheet sheet(Receipt receipt, String source) {
        return new Sheet(
                receipt.head().at("カルテ番号"),
                person(receipt.head()),
                insured(receipt),
                source,
                receipt.claimed().format(VERSION),
                at(receipt.first()),
                false,
                false,
                entries(receipt));
    }

    private static List<Entry> entries(Receipt receipt) {
        var entries = new ArrayList<Entry>();
        if (receipt.format() == Format.UKE_CHOZAI) {
            entries.addAll(DispensedDrugs.of(receipt));
        } else {
            entries.addAll(Stays.of(receipt));
            entries.addAll(ReceiptDiagnoses.of(receipt));
            entries.addAll(Care.of(receipt));
            entries.addAll(Accounts.of(receipt));
        }
        return entries;
    }

    /// The same when the receipt comes back and is sent again: whose, which month, which kind, which insurer.
    static String source(Receipt receipt) {
        var head = receipt.head();
        var insurer = receipt.all("HO").stream()
                .map(row -> row.at("保険者番号"))
                .findFirst()
                .orElse("");
        var who = head.has("カルテ番号") ? head.at("カルテ番号") : head.at("氏名") + "/" + head.at("生年月日");
        return String.join(
                "/",
                receipt.format().code(),
                receipt.month().toString(),
                who,
                head.at("レセプト種別"),
                insurer,
                head.at("入院日"),
                head.at("処方元コード"));
    }

    private static Demographics person(ReceiptRow head) {
        var name = FullName.of(head.at("氏名"));
        var kana = FullName.of(head.at("カナ"));
        return new Demographics(
                name.family(),
                name.given(),
                kana.family(),
                kana.given(),
                JapaneseDate.day(head.at("生年月日")),
                switch (head.at("男女")) {
                    case "1" -> "male";
                    case "2" -> "female";
                    default -> "unknown";
                },
                "",
                "",
                "",
                null);
    }

    private static @Nullable InsuredNumber insured(Receipt receipt) {
        var branch = receipt.all("SN").stream()
                .filter(row -> row.at("負担者種別").equals("1"))
                .map(row -> row.at("枝番"))
                .findFirst()
                .orElse("");
        return receipt.all("HO").stream()
                .filter(row -> row.has("保険者番号"))
                .map(row -> new InsuredNumber(row.at("保険者番号"), row.at("記号"), row.at("番号"), branch))
                .findFirst()
                .orElse(null);
    }
}
