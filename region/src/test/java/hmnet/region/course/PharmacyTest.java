package hmnet.region.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PharmacyTest {
    /// U23: influenza beside a long illness does not make eighty-four days of it.
    @Test
    void aMedicineForFiveDaysIsNotHandedOutForTwelveWeeks() {
        var medicines = List.of(Medicine.of("amlodipine"), Medicine.of("metformin"), Medicine.of("oseltamivir"));
        var rps = Pharmacy.rps(medicines, LocalDate.of(2026, 11, 2), 84);
        assertThat(rps).extracting(rp -> rp.days()).containsExactly(84, 84, 5);
        assertThat(rps.getLast().drugs().getFirst().total()).isEqualTo("10");
    }
}
