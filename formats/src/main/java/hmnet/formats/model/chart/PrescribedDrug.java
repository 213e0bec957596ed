package hmnet.formats.model.chart;

import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One drug of an order, a dispensing, an administration (薬剤).
///
/// @param rp the group that shares a usage (RP番号)
/// @param ingredients what was mixed (混注内容), empty for a drug by itself
/// @param dosages how it is taken: never empty; several where its dose changes
/// @param total of what is supplied
/// @param pack what one package holds, `Amount.NONE` when not said
/// @param status of this drug, not of the others
/// @param instructions to those who dispense it (粉砕・一包化・別包・後発品変更不可), with codes where sent
/// @param by who gave or dispensed it (実施者), `Concept.NONE` when not said
/// @param notes in the sender's words
public record PrescribedDrug(
        String rp,
        Concept drug,
        List<Ingredient> ingredients,
        List<Dosage> dosages,
        Amount total,
        Amount pack,
        CareStatus status,
        List<Concept> instructions,
        Concept by,
        List<String> notes) {
    public PrescribedDrug {
        dosages = dosages.isEmpty() ? List.of(Dosage.NONE) : List.copyOf(dosages);
    }

    /// One drug of a mixture (混注の1剤).
    public record Ingredient(Concept drug, Amount amount) {}

    public static PrescribedDrug of(String rp, Concept drug, Dosage... dosages) {
        return new PrescribedDrug(
                rp,
                drug,
                List.of(),
                List.of(dosages),
                Amount.NONE,
                Amount.NONE,
                CareStatus.ACTIVE,
                List.of(),
                Concept.NONE,
                List.of());
    }

    /// As most formats tell it: one instruction in words and perhaps a code.
    ///
    /// @param dose one time
    /// @param daily one day
    /// @param usageCode 16 digits of JAMISDP01, else empty
    /// @param count days, or times of what is taken when needed; 0 when not said
    public static PrescribedDrug of(
            String rp,
            Concept drug,
            Amount dose,
            Amount daily,
            String usage,
            String usageCode,
            int count,
            boolean asNeeded,
            @Nullable LocalDate start,
            Amount total,
            Concept route,
            List<String> notes) {
        var words = new Concept(usage, List.of(new Code(CodingSystems.USAGE, usageCode, usage)));
        var period =
                new DosePeriod(start == null ? "" : start.toString(), "", asNeeded ? 0 : count, asNeeded ? count : 0);
        return of(
                        rp,
                        drug,
                        Dosage.of(DoseAmounts.of(dose, daily), DoseUsage.of(words), period)
                                .with(asNeeded ? DoseRhythm.AS_NEEDED : DoseRhythm.DAILY)
                                .with(DoseWay.of(route)))
                .withTotal(total)
                .withNotes(notes);
    }

    public Amount dose() {
        return dosage().amounts().once();
    }

    public Amount daily() {
        return dosage().amounts().daily();
    }

    public String usage() {
        return dosage().usage().words();
    }

    public String usageCode() {
        return dosage().usage().usage().code(CodingSystems.USAGE);
    }

    public boolean asNeeded() {
        return dosage().rhythm().asNeeded();
    }

    /// Days, or times of what is taken when needed; 0 when not said.
    public int count() {
        return asNeeded() ? dosage().period().times() : dosage().period().days();
    }

    public @Nullable LocalDate start() {
        return dosage().period().startDay();
    }

    public Concept route() {
        return dosage().way().route();
    }

    /// The same with another first instruction.
    public PrescribedDrug withDosage(Dosage other) {
        var all = new ArrayList<>(dosages);
        all.set(0, other);
        return withDosages(all);
    }

    /// The first or only instruction.
    public Dosage dosage() {
        return dosages.getFirst();
    }

    public PrescribedDrug withDrug(Concept other, List<Ingredient> mixed) {
        return new PrescribedDrug(rp, other, mixed, dosages, total, pack, status, instructions, by, notes);
    }

    public PrescribedDrug withDosages(List<Dosage> others) {
        return new PrescribedDrug(rp, drug, ingredients, others, total, pack, status, instructions, by, notes);
    }

    public PrescribedDrug withTotal(Amount amount) {
        return new PrescribedDrug(rp, drug, ingredients, dosages, amount, pack, status, instructions, by, notes);
    }

    public PrescribedDrug withPack(Amount amount) {
        return new PrescribedDrug(rp, drug, ingredients, dosages, total, amount, status, instructions, by, notes);
    }

    public PrescribedDrug withStatus(CareStatus other) {
        return new PrescribedDrug(rp, drug, ingredients, dosages, total, pack, other, instructions, by, notes);
    }

    public PrescribedDrug withInstructions(List<Concept> others) {
        return new PrescribedDrug(rp, drug, ingredients, dosages, total, pack, status, others, by, notes);
    }

    public PrescribedDrug withBy(Concept person) {
        return new PrescribedDrug(rp, drug, ingredients, dosages, total, pack, status, instructions, person, notes);
    }

    public PrescribedDrug withNotes(List<String> others) {
        return new PrescribedDrug(
                rp, drug, ingredients, dosages, total, pack, status, instructions, by, List.copyOf(others));
    }
}
