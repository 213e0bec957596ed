package hmnet.ground.logs;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// `%saidWords` of the log's pattern (記録のことば, 文字のログ): a message without individual numbers.
public final class SaidConverter extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return LongNumbers.masked(super.convert(event));
    }
}
