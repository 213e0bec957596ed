package hmnet.exchange.telegrams;

import hmnet.exchange.personquery.Traits;
import hmnet.ground.mllp.Fault;

/// A query's parameters, as read (照会項目の読取り).
public sealed interface ParsedQuery {
    record Understood(Traits traits) implements ParsedQuery {}

    record Wrong(Fault fault) implements ParsedQuery {}
}
