package hmnet.formats.hl7v2.segment;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.model.chart.InsuredNumber;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Which insurance of a patient is evidence (医療保険).
class InsurancesTest {
    @Test
    void theHealthInsuranceThatBeganLastCountsAndPublicExpenseNever() throws Exception {
        assertThat(insured(
                        "IN1|1|06^組合^JHSD0001|06349999|||||||架空|111|20200401",
                        "IN1|2|01^協会^JHSD0001|01349999|||||||見本|222|20240401",
                        "IN1|3|54^難病^JHSD0001|54349999||||||||333|20250401"))
                .isEqualTo(new InsuredNumber("01349999", "見本", "222", ""));
    }

    @Test
    void nationalHealthInsuranceHasSixDigits() throws Exception {
        assertThat(insured("IN1|1|C0^国保^JHSD0001|３４９９９９|||||||広|7654321|"))
                .isEqualTo(new InsuredNumber("349999", "広", "7654321", ""));
    }

    @Test
    void anInsuranceWithoutItsNumberSaysNothing() throws Exception {
        assertThat(insured("IN1|1|01^協会^JHSD0001|01349999|||||||架空||")).isNull();
        assertThat(insured("IN1|1|ZZ^自費^JHSD0001|||||||||1|")).isNull();
    }

    private static @org.jspecify.annotations.Nullable InsuredNumber insured(String... segments) throws Exception {
        var text = "MSH|^~\\&|A|B|C|D|20260401090000||ADT^A08^ADT_A01|1|P|2.5||||||UNICODE UTF-8\r"
                + String.join("\r", segments) + "\r";
        return Insurances.latest(
                Message.parse(text.getBytes(StandardCharsets.UTF_8)).all("IN1"));
    }
}
