package hmnet.formats.hl7v2.segment;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DosageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one of several instructions says that its TQ1 has no place for, as a remark on the drug (用法ごとの付記): 用法 2
/// の1日量 3錠.
///
/// @param number of the instruction, from 1
/// @param what it says of, 1日量 or the like
public record DosageRemark(int number, String what, String said) {
    private static final Pattern REMARK =
            Pattern.compile("用法 ([1-9][0-9]?) の(1日量|1回最大|速度|経路|部位|器具|手技|" + DosageWords.SUBSTANCE + ")(?: (.+))?");
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(.*)");

    public static Optional<DosageRemark> read(String note) {
        var remark = REMARK.matcher(note);
        if (!remark.matches()) {
            return Optional.empty();
        }
        var said = remark.group(3) == null ? "" : remark.group(3);
        boolean counted = List.of("1日量", "1回最大", "速度").contains(remark.group(2));
        return counted && !AMOUNT.matcher(said).matches()
                ? Optional.empty()
                : Optional.of(new DosageRemark(Integer.parseInt(remark.group(1)), remark.group(2), said));
    }

    /// @param common what the way of all instructions has in common, which RXR says
    /// @param rate whether the rate is to be said here
    /// @param substance whether the counting is
    public static List<DosageRemark> of(int number, Dosage dosage, DoseWay common, boolean rate, boolean substance) {
        var remarks = new ArrayList<DosageRemark>();
        var amounts = dosage.amounts();
        remarks.add(new DosageRemark(number, "1日量", amounts.daily().shown()));
        remarks.add(new DosageRemark(number, "1回最大", amounts.most().shown()));
        remarks.add(new DosageRemark(number, "速度", rate ? amounts.rate().shown() : ""));
        way(remarks, number, "経路", dosage.way().route(), common.route());
        way(remarks, number, "部位", dosage.way().site(), common.site());
        way(remarks, number, "器具", dosage.way().device(), common.device());
        way(remarks, number, "手技", dosage.way().method(), common.method());
        remarks.removeIf(remark -> remark.said().isBlank());
        if (substance && amounts.substance()) {
            remarks.add(new DosageRemark(number, DosageWords.SUBSTANCE, ""));
        }
        return remarks;
    }

    private static void way(List<DosageRemark> remarks, int number, String what, Concept own, Concept common) {
        remarks.add(new DosageRemark(number, what, own.equals(common) ? "" : own.shown()));
    }

    /// As it stands in an NTE.
    public String text() {
        return ("用法 " + number + " の" + what + " " + said).strip();
    }

    /// The instruction with what is remarked on it.
    public Dosage on(Dosage dosage) {
        var amounts = dosage.amounts();
        var way = dosage.way();
        return switch (what) {
            case "1日量" -> dosage.with(amounts.withDaily(amount()));
            case "1回最大" -> dosage.with(amounts.withMost(amount()));
            case "速度" -> dosage.with(amounts.withRate(amount()));
            case "経路" -> dosage.with(new DoseWay(Concept.of(said), way.site(), way.device(), way.method()));
            case "部位" -> dosage.with(new DoseWay(way.route(), Concept.of(said), way.device(), way.method()));
            case "器具" -> dosage.with(new DoseWay(way.route(), way.site(), Concept.of(said), way.method()));
            case "手技" -> dosage.with(new DoseWay(way.route(), way.site(), way.device(), Concept.of(said)));
            // The only other one: that the substance is counted.
            default -> dosage.with(amounts.inSubstance(true));
        };
    }

    private Amount amount() {
        var amount = AMOUNT.matcher(said);
        return amount.matches() ? Amount.of(amount.group(1), amount.group(2)) : Amount.NONE;
    }
}
