package hmnet.record.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/// Results as HL7 messages, under any numbers (検査結果の電文).
final class ResultMessages {
    static final Charset MS932 = Charset.forName("windows-31j");

    private ResultMessages() {}

    static String message(String id, String number, String name, String born) {
        return "MSH|^~\\&|LAB||GW||20260701101112||ORU^R01^ORU_R01|%1$s|P|2.5\rPID|1||%2$s^^^^PI||%3$s||%4$s|F\r"
                        .formatted(id, number, name, born)
                + "OBR|1|%1$s||3H015000002327101^カリウム^JC10|||20260701\rOBX|1|NM|3H015000002327101^カリウム^JC10||4.9|mmol/L|||||F\r"
                        .formatted(id);
    }

    static byte[] result(String numbers) {
        return String.join(
                        "\r",
                        "MSH|^~\\&|EHR||HMNET|HMNET|20260401100000||ORU^R01^ORU_R01|M" + numbers.hashCode()
                                + "|P|2.5||||||UNICODE UTF-8",
                        "PID|||" + numbers + "||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F",
                        "OBR|1|R1|R1|3H015000002327101^カリウム^JC10|||20260401083000",
                        "OBX|1|NM|3H015000002327101^カリウム^JC10||4.2|mmol/L|3.5-5.0||||F|||20260401083000",
                        "")
                .getBytes(UTF_8);
    }
}
