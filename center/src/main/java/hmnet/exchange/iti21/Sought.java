package hmnet.exchange.iti21;

import hmnet.exchange.Traits;
import hmnet.mllp.Fault;

/// What a query's parameters came to (照会項目の読取り).
sealed interface Sought {
    record Understood(Traits traits) implements Sought {}

    record Wrong(Fault fault) implements Sought {}
}
