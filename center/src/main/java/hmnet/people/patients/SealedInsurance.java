package hmnet.people.patients;

import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import java.util.List;
import org.springframework.stereotype.Component;

/// How patients are insured, as `patient_insurance` holds it (医療保険の封印): sealed to the patient's row, and one keyed
/// number of it all, which tells whether something else is said now.
@Component
public class SealedInsurance {
    private static final int WORDS = 4;
    private final WordSeal seal;
    private final KeyedHash hash;

    public SealedInsurance(Keys keys) {
        this.seal = new WordSeal(keys, "insurance of patients");
        this.hash = new KeyedHash(keys, "insurance of a patient");
    }

    byte[] seal(long patient, InsuredNumber insured) {
        return seal.seal(place(patient), words(insured));
    }

    /// Of this patient alone: two patients with one number have two.
    long key(long patient, InsuredNumber insured) {
        return hash.of(patient + "\n" + String.join("\n", words(insured)));
    }

    public InsuredNumber open(long patient, byte[] sealed) {
        var words = seal.open(place(patient), sealed, WORDS);
        return new InsuredNumber(words.get(0), words.get(1), words.get(2), words.get(3));
    }

    private static String place(long patient) {
        return "patient_insurance " + patient;
    }

    private static List<String> words(InsuredNumber insured) {
        return List.of(insured.insurer(), insured.symbol(), insured.number(), insured.branch());
    }
}
