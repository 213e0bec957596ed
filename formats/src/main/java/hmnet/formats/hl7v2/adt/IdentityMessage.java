package hmnet.formats.hl7v2.adt;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.PatientSegment;
import hmnet.formats.model.chart.Demographics;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An ADT message of a facility's identity feed, read (患者登録の電文). PD1 and PV1 are not looked at: where
/// somebody lies is told by the storage.
///
/// @param at when it happened at the sender: EVN-2, else MSH-7; null when neither says
/// @param controlId MSH-10
/// @param number the chart number it is about
/// @param told the demographics it tells, or null when it is about numbers alone
public record IdentityMessage(
        Trigger trigger,
        @Nullable OffsetDateTime at,
        String controlId,
        String number,
        @Nullable Demographics told,
        List<Merge> merges,
        List<Repair> repairs) {
    private static final int PRIOR_NAME = 7;
    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    /// @param own which issuers are the sender itself
    public static IdentityMessage read(byte[] bytes, Predicate<Issuer> own) throws BadMessage {
        var message = Message.parse(bytes);
        var trigger = Trigger.of(message.header().text(9, 1), event(message));
        var pids = message.all("PID");
        if (pids.isEmpty()) {
            throw new BadMessage("pid-missing", "no PID segment");
        }
        var repairs = new ArrayList<>(message.repairs());
        var number = ChartNumbers.in(pids.getFirst(), 3, own).getFirst();
        for (var pid : trigger.tells() ? pids : List.<Segment>of()) {
            if (pid.line() != pids.getFirst().line() && PatientSegment.contradict(pids.getFirst(), pid)) {
                throw new BadMessage("patients-differ", "another patient in the PID on line " + pid.line());
            }
        }
        var told = trigger.tells() ? PatientSegment.read(pids.getFirst(), repairs) : null;
        return new IdentityMessage(
                trigger,
                at(message),
                message.controlId(),
                number,
                told,
                trigger.tells()
                        ? List.of()
                        : trigger.pairs() ? linked(trigger, pids, own) : merged(trigger, message, own),
                List.copyOf(new LinkedHashSet<>(repairs)));
    }

    /// Whether a message is one of an identity feed.
    public static boolean isOne(Message message) {
        try {
            Trigger.of(message.header().text(9, 1), event(message));
            return true;
        } catch (BadMessage e) {
            return false;
        }
    }

    /// MSH-9.2, else EVN-1, as older senders have it.
    private static String event(Message message) {
        var event = message.header().text(9, 2);
        var evn = message.first("EVN");
        return event.isEmpty() && evn != null ? evn.text(1) : event;
    }

    private static @Nullable OffsetDateTime at(Message message) {
        var evn = message.first("EVN");
        var recorded = evn == null ? null : Hl7Time.at(evn.text(2));
        return recorded == null ? Hl7Time.at(message.header().text(7)) : recorded;
    }

    /// A24 and A37: two PIDs.
    private static List<Merge> linked(Trigger trigger, List<Segment> pids, Predicate<Issuer> own) throws BadMessage {
        if (pids.size() < 2) {
            throw new BadMessage("segment-missing", "a second PID");
        }
        var first = ChartNumbers.in(pids.getFirst(), 3, own).getFirst();
        var second = ChartNumbers.in(pids.get(1), 3, own).getFirst();
        return different(new Merge(second, first, trigger == Trigger.A37, told(pids.get(1)), told(pids.getFirst())));
    }

    /// A34, A36, A40 and A47: each MRG names what went into the PID before it.
    private static List<Merge> merged(Trigger trigger, Message message, Predicate<Issuer> own) throws BadMessage {
        var merges = new LinkedHashSet<Merge>();
        var into = "";
        var person = NOBODY;
        var named = false;
        for (var segment : message.segments()) {
            if (segment.is("PID")) {
                into = ChartNumbers.in(segment, 3, own).getFirst();
                person = told(segment);
            } else if (segment.is("MRG")) {
                named = true;
                for (var number : ChartNumbers.in(segment, 1, own)) {
                    merges.addAll(different(
                            new Merge(number, into, false, PatientSegment.named(segment, PRIOR_NAME), person)));
                }
            }
        }
        if (!named) {
            throw new BadMessage("segment-missing", "MRG for " + trigger);
        }
        return List.copyOf(merges);
    }

    private static Demographics told(Segment pid) {
        return PatientSegment.read(pid, new ArrayList<>());
    }

    /// A number merged into itself says nothing.
    private static List<Merge> different(Merge merge) {
        return merge.number().equals(merge.into()) ? List.of() : List.of(merge);
    }

    /// Who gave out a number (番号の発行元), as CX.4 names them; both empty when the sender left it out.
    public record Issuer(String namespace, String oid) {
        public boolean unnamed() {
            return namespace.isEmpty() && oid.isEmpty();
        }
    }

    /// Two chart numbers that a facility says are one patient, or no longer (患者番号の統合).
    ///
    /// @param number the number merged away; in a link, the second one
    /// @param into the number that stays; in a link, the first one
    /// @param undone whether they are parted again
    /// @param prior what is told of the first number's human, if anything
    /// @param person what is told of the human of the number that stays
    public record Merge(String number, String into, boolean undone, Demographics prior, Demographics person) {}
}
