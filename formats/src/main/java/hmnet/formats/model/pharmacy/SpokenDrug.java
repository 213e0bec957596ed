package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a format without a column for it says of a drug in words (薬剤の補足の言葉), written and read again.
public final class SpokenDrug {
    private static final Pattern PACK = Pattern.compile("1包装 (\\d{1,7}(?:\\.\\d{1,6})?)(\\D.{0,20})?");

    private SpokenDrug() {}

    /// What a drug's columns do not say.
    ///
    /// @param said the drug as its reader would have it from the columns alone
    public static List<String> words(PrescribedDrug drug, PrescribedDrug said) {
        var words = new ArrayList<>(SpokenDosage.words(drug.dosage(), said.dosage()));
        if (!drug.pack().isNone() && !drug.pack().equals(said.pack())) {
            words.add("1包装 " + drug.pack().shown());
        }
        return words;
    }

    /// With words about this drug: an element they say and nothing else, an instruction, or a note.
    public static PrescribedDrug with(PrescribedDrug drug, String words) {
        var pack = PACK.matcher(words);
        if (drug.pack().isNone() && pack.matches()) {
            return drug.withPack(Amount.of(pack.group(1), pack.group(2) == null ? "" : pack.group(2)));
        }
        return understood(drug, words, drug.withNotes(more(drug.notes(), words)));
    }

    /// With words about all drugs of a group.
    public static PrescribedDrug withUsage(PrescribedDrug drug, String words) {
        return understood(
                drug,
                words,
                drug.withDosage(drug.dosage().with(more(drug.dosage().notes(), words))));
    }

    private static PrescribedDrug understood(PrescribedDrug drug, String words, PrescribedDrug otherwise) {
        var instruction = DispensingInstruction.ofWords(words);
        if (instruction.isPresent()) {
            return withInstruction(drug, instruction.get().said(words));
        }
        return SpokenDosage.read(drug.dosage(), words).map(drug::withDosage).orElse(otherwise);
    }

    /// Each once.
    public static PrescribedDrug withInstruction(PrescribedDrug drug, Concept instruction) {
        return drug.instructions().contains(instruction)
                ? drug
                : drug.withInstructions(more(drug.instructions(), instruction));
    }

    private static <T> List<T> more(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return List.copyOf(all);
    }
}
