package hmnet.record.filing;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.hl7v2.adt.ChartNumbers;
import hmnet.formats.hl7v2.adt.IdentityMessage;
import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import hmnet.formats.model.chart.Sheet;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.filing.ReadResult.Several;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import java.util.List;
import java.util.function.Predicate;

/// A waiting message that tells of care (診療情報の電文), read as a file of messages is, under the number that the sender
/// itself gives. A registration among them is the facility's patient master as well.
final class CareMessage {
    private CareMessage() {}

    static ReadResult read(WaitingFile waiting, byte[] body, Predicate<Issuer> own, String digest)
            throws Unreadable, BadMessage {
        var file = Hl7File.read(body);
        var message = file.messages().getFirst();
        var pid = message.first("PID");
        if (pid == null) {
            return new Refused(waiting, "pid-missing", file.kind());
        }
        var number = ChartNumbers.in(pid, 3, own).getFirst();
        for (var other : message.all("PID")) {
            if (!ChartNumbers.in(other, 3, own).contains(number)) {
                return new Refused(waiting, "patients-differ", "PID-3");
            }
        }
        var feed = IdentityMessage.isOne(message);
        var items = file.sheets().stream()
                .filter(sheet -> sheet.deletes() || !sheet.entries().isEmpty())
                .map(sheet -> new Item.Told(Format.HL7V2, of(sheet, number, feed), waiting.receivedAt(), digest))
                .map(item -> new Understood(waiting, item, List.of()))
                .toList();
        if (feed) {
            return new Heard(waiting, IdentityMessage.read(body, own), items);
        }
        return items.isEmpty()
                ? new Refused(waiting, "nobody-in-it", file.format().code() + " " + file.kind())
                : new Several(waiting, items, InboxReader.repairs(file.notes()));
    }

    /// What a registration tells of the person is filed as such, by its own time.
    private static Sheet of(Sheet sheet, String number, boolean feed) {
        return new Sheet(
                number,
                sheet.person(),
                sheet.insured(),
                sheet.source(),
                sheet.version(),
                sheet.at(),
                sheet.deletes(),
                sheet.master() && !feed,
                sheet.entries());
    }
}
