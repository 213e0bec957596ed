package hmnet.ground.mllp;

import static java.util.stream.Collectors.toMap;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Limits;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply.Acknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hears one message and answers it (電文の応対): what cannot be read or is spoken by no transaction is told
/// so. Whatever happens, there is an answer, unless the sender asked for none.
@Component
class TelegramListener {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramListener.class);
    private final Map<String, Transaction> transactions;
    private final Limits limits;

    TelegramListener(List<Transaction> transactions, MllpSettings settings) {
        this.transactions = transactions.stream()
                .flatMap(transaction -> transaction.types().stream().map(type -> Map.entry(type, transaction)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.limits = new Limits(settings.maxBytes() + 1, 2_000, 200, 200, 200);
    }

    List<Reply> hear(FacilityId facility, String serial, byte[] bytes) {
        try {
            var telegram = new Telegram(facility, serial, Message.parse(bytes, limits), bytes);
            var reply = answer(telegram);
            LOG.info("facility {}: {} answered {}", facility.value(), printable(telegram.type()), reply.outcome());
            return wanted(telegram, reply);
        } catch (BadMessage e) {
            LOG.info("facility {}: message not read: {}", facility.value(), e.code());
            return List.of(Reply.refusing(MessageHead.of(bytes), new Fault("", code(e), e.code())));
        }
    }

    /// What was not taken is not answered a second time.
    private List<Reply> wanted(Telegram telegram, Reply reply) {
        var transaction = transaction(telegram);
        var wish = AnswerWish.of(telegram.message());
        if (!wish.isEnhanced() || transaction != null && !transaction.speaksEnhanced()) {
            return List.of(reply);
        }
        var answers = new ArrayList<Reply>();
        if (wish.wantsAccept(reply.isGood())) {
            answers.add(reply.accepting(telegram));
        }
        if ((reply.isGood() || answers.isEmpty()) && wish.wantsApplication(reply.isGood())) {
            answers.add(reply);
        }
        return answers;
    }

    private @Nullable Transaction transaction(Telegram telegram) {
        var exact = transactions.get(telegram.type());
        return exact == null ? transactions.get(kind(telegram)) : exact;
    }

    private static String kind(Telegram telegram) {
        return telegram.type().split("\\^", 2)[0];
    }

    private Reply answer(Telegram telegram) {
        var objection = Headers.objection(telegram.message());
        if (objection.isPresent()) {
            return Reply.acknowledging(telegram, Acknowledgement.AR, objection.get());
        }
        var transaction = transaction(telegram);
        if (transaction == null) {
            return Reply.acknowledging(telegram, Acknowledgement.AR, unspoken(telegram));
        }
        try {
            return transaction.answer(telegram);
        } catch (RuntimeException e) {
            LOG.error("facility {}: {} failed", telegram.facility().value(), printable(telegram.type()), e);
            return Reply.acknowledging(
                    telegram, Acknowledgement.AR, new Fault("", Hl7ErrorCode.INTERNAL, "Not taken. Send it again."));
        }
    }

    private Fault unspoken(Telegram telegram) {
        var kind = kind(telegram) + "^";
        return transactions.keySet().stream().anyMatch(type -> type.startsWith(kind))
                ? new Fault("MSH^1^9^1^2", Hl7ErrorCode.UNSUPPORTED_EVENT, "")
                : new Fault("MSH^1^9^1^1", Hl7ErrorCode.UNSUPPORTED_MESSAGE, "");
    }

    private static Hl7ErrorCode code(BadMessage bad) {
        return switch (bad.code()) {
            case "charset" -> Hl7ErrorCode.DATA_TYPE;
            // From outside: the readers' codes of what is wrong with a message.
            default -> Hl7ErrorCode.SEGMENT_SEQUENCE;
        };
    }

    /// A type is the sender's text: never more of it in the log than letters and digits.
    private static String printable(String type) {
        return type.length() <= 20 && type.chars().allMatch(c -> c == '^' || Character.isLetterOrDigit(c)) ? type : "?";
    }
}
