package hmnet.record.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyAgreement;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Hospitals whose charts are erased one by one (消去の病棟).
abstract class ErasureWard extends Ward {
    @Autowired
    Accounts accounts;

    @Autowired
    Envelopes envelopes;

    @Autowired
    KeyAgreement agreement;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ErasureRequests requests;

    @Autowired
    SealedNumbers numbers;

    static ReceivedFile diagnosed(String number) {
        return Papers.of(number).diagnoses(Papers.diagnosis("P1", "高血圧症", "I10"));
    }

    InboxReceipt sheet(FacilityId hospital, String name, String... of) {
        var text = new StringBuilder();
        for (var number : of) {
            text.append(
                    "MSH|^~\\&|LAB||GW||20260701101112||ORU^R01^ORU_R01|" + name + number + "|P|2.5\rPID|1||" + number
                            + "^^^^PI||KAKU^HANAKO\rOBR|1|" + name + number + "||3A010^ALB^JC10|||20260701\r"
                            + "OBX|1|NM|3A010^ALB^JC10||4.9|g/dL|||||F\r");
        }
        var file = new ReceivedFile(name, text.toString().getBytes(UTF_8), Door.FILES);
        return filed(hospital, file).getFirst();
    }

    int erase(FacilityId facility, String number) {
        var target = chart(facility, number);
        AgreedErasures.agreed(requests, transaction, target, erasure().plan(target), office(), office());
        return erasure().erase(target, () -> {});
    }

    ErasureTarget chart(FacilityId facility, String number) {
        return ErasureTarget.chart(facility, number, numbers);
    }

    Erasure erasure() {
        return new Erasure(tables(), new TransactionTemplate(new JdbcTransactionManager(source())), keys(), ring);
    }

    DriverManagerDataSource source() {
        return new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    JdbcClient tables() {
        return JdbcClient.create(source());
    }

    /// Another chart number of the same bucket.
    static String neighbour(String number) {
        for (var n = 0; ; n++) {
            var other = "N" + n + number;
            if (DataKeys.bucket(other) == DataKeys.bucket(number)) {
                return other;
            }
        }
    }

    long patient(FacilityId facility, String number) {
        return tables().sql("select id from patient where facility = ? and number = ?")
                .params(facility.value(), numbers.of(facility, number))
                .query(Long.class)
                .single();
    }

    /// How many rows of a chart open, extract and content.
    String readable(FacilityId facility, String number) {
        return readableWith(envelopes, facility, number);
    }

    String readableWith(Envelopes with, FacilityId facility, String number) {
        var patient = patient(facility, number);
        var opened = tables().sql("select id, extract, content from record where patient = ? and kind <> 0")
                .param(patient)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var extract = row.getBytes("extract");
                    var content = row.getBytes("content");
                    var told = opens(with, extract, EnvelopeContext.ofRecord(facility.value(), patient, id, 'x'));
                    var kept = opens(with, content, EnvelopeContext.ofRecord(facility.value(), patient, id, 'c'));
                    return told || kept;
                })
                .list();
        return opened.stream().filter(one -> one).count() + " of " + opened.size();
    }

    String originals(FacilityId facility, String number) {
        var ids = tables().sql("select distinct inbox from record where patient = ?")
                .param(patient(facility, number))
                .query(Long.class)
                .list();
        return ids.stream().filter(this::opens).count() + " of " + ids.size();
    }

    boolean opens(InboxReceipt receipt) {
        return opens(receipt.id());
    }

    boolean opens(long inbox) {
        return tables().sql("select facility, key, body from inbox where id = ?")
                .param(inbox)
                .query((row, n) -> opens(
                        envelopes,
                        row.getBytes("body"),
                        EnvelopeContext.ofInbox(row.getLong("facility"), row.getBytes("key"))))
                .single();
    }

    static boolean opens(Envelopes with, byte[] sealed, byte[] place) {
        try {
            return with.with(e -> e.open(sealed, place)).length > 0;
        } catch (ErasedKey erased) {
            return false;
        }
    }
}
