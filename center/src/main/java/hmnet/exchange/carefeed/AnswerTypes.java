package hmnet.exchange.carefeed;

import hmnet.formats.base.hl7.Message;
import java.util.Map;

/// Of which type the answer to a message is (応答の型): an order has one of its own (HL7 2.5 chapter 4), all else is
/// acknowledged plainly.
final class AnswerTypes {
    private static final Map<String, String> OF_ORDERS = Map.ofEntries(
            Map.entry("ORM^O01", "ORR^O02^ORR_O02"),
            Map.entry("OMD^O03", "ORD^O04^ORD_O04"),
            Map.entry("OMP^O09", "ORP^O10^ORP_O10"),
            Map.entry("RDE^O11", "RRE^O12^RRE_O12"),
            Map.entry("RDS^O13", "RRD^O14^RRD_O14"),
            Map.entry("RAS^O17", "RRA^O18^RRA_O18"),
            Map.entry("OMG^O19", "ORG^O20^ORG_O20"),
            Map.entry("OML^O21", "ORL^O22^ORL_O22"),
            Map.entry("OMI^O23", "ORI^O24^ORI_O24"),
            Map.entry("OML^O33", "ORL^O34^ORL_O34"),
            Map.entry("OML^O35", "ORL^O36^ORL_O36"));

    private AnswerTypes() {}

    static String to(Message message) {
        var event = message.header().text(9, 2);
        return OF_ORDERS.getOrDefault(message.type(), event.isEmpty() ? "ACK" : "ACK^" + event + "^ACK");
    }
}
